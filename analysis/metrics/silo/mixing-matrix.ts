/** Mixing matrix: how many ties run from each group to each group, and how many chance would give. */
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { type Mixing, mixingIn } from '../mixing.ts';
import { figure } from '../result.ts';

export const mixingMatrix: Metric = {
  id: 'mixing-matrix',
  family: 'silo',
  scopes: ['network'],
  title: 'Mixing matrix',
  question: 'Which groups are in contact with which?',
  definition:
    'counts[g][h] = ties from group g to group h. Row shares: ÷ the row’s sum. Densities: ÷ possible ties between the two. Observed ÷ expected by size: the expected count spreads all ties evenly over possible ones; by degree: row sum · column sum ÷ total.',
  direction:
    'Directed: row names column. Undirected: ends of ties, so the table is symmetric and its diagonal counts a tie twice. Strength is ignored.',
  normalization: 'Counts; the other tables are in the details, null where nothing is possible or expected.',
  edgeCases:
    'No ties: zeros. Rows that were not answered leave counts and possible ties. Groups smaller than `smallestGroup`, where one is given, are counted together.',
  nulls: {
    rowShares: 'no ties start from the row’s group',
    densities: 'no tie is possible between the two',
    observedToExpectedBySize: 'no tie is possible between the two, or there are none at all',
    observedToExpectedByDegree: 'no ties start from the row’s group, or none end in the column’s',
  },
  cost: 'O(m + G²) for G groups.',
  reference: 'Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle: 'numpy Z·A·Zᵀ, exact',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'transposed',
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'Read along a row: where that group turns to. A ratio above 1 is more contact than chance; with few ties it jumps easily.',
  example: {
    network: 'a>b b>a a>c',
    groups: { a: 'x', b: 'x', c: 'y' },
    gives: [
      [2, 1],
      [0, 0],
    ],
  },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const mixing = mixingIn(context);
    const possible = possibleBetween(context);
    const allPossible = possible.flat().reduce((sum, count) => sum + count, 0);
    const table = (cell: (a: number, b: number) => number | null) =>
      mixing.counts.map((row, a) => row.map((_, b) => cell(a, b)));
    const details = {
      groupBy: groups.attribute,
      groups: groups.names,
      sizes: [...groups.sizes],
      counts: mixing.counts,
      rowShares: table((a, b) => ratio(mixing.counts[a]![b]!, mixing.from[a]!)),
      densities: table((a, b) => ratio(mixing.counts[a]![b]!, possible[a]![b]!)),
      observedToExpectedBySize: table((a, b) =>
        ratio(mixing.counts[a]![b]! * allPossible, mixing.total * possible[a]![b]!),
      ),
      observedToExpectedByDegree: table((a, b) => byDegree(mixing, a, b)),
    };
    return [figure(context, mixingMatrix, 'network', { value: mixing.counts }, { details })];
  },
};

function byDegree({ counts, from, to, total }: Mixing, a: number, b: number): number | null {
  return ratio(counts[a]![b]! * total, from[a]! * to[b]!);
}

function ratio(above: number, below: number): number | null {
  return below === 0 ? null : above / below;
}

/** Possible ties from group to group among rows that were answered, in the table's own counting. */
function possibleBetween(context: MetricContext): number[][] {
  const groups = context.groups!;
  const { known } = context.selected.response;
  const rows = groups.names.map(() => 0);
  for (const [v, isKnown] of known.entries()) rows[groups.of[v]!]! += isKnown;
  const others = context.graph.directed ? [...groups.sizes] : rows;
  return rows.map((from, a) => others.map((to, b) => from * Math.max(0, a === b ? to - 1 : to)));
}
