/** Segregation matrix index: for each group, density within against density to the others. */
import { pairsAmong } from '../../graph/known.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { type Mixing, mixingBands, mixingIn } from '../mixing.ts';
import { figures } from '../result.ts';

export const segregationMatrixIndex: Metric = {
  id: 'segregation-matrix-index',
  family: 'silo',
  scopes: ['group'],
  title: 'Segregation by group',
  question: 'Which group is denser within than towards the others?',
  definition: '(d − o)/(d + o), with d the density of ties within the group and o that of ties from it to all others.',
  direction: 'Directed: ties that start from the group. Strength is ignored.',
  normalization: '−1 (none within) through 0 (no difference) to 1 (none to others).',
  edgeCases:
    'A group of one or of all members, or without any tie: null. Rows that were not answered are left out. A 1 or −1 rests on a count of 0: `zeroCells` in the details names the groups without ties within, and to others.',
  nulls: { bands: 'the group has no figure, or no answer is known to be missing' },
  cost: 'O(m + G²) for G groups.',
  reference:
    'Fershtman 1997, Social Networks 19, 193–207; reviewed in Bojanowski & Corten 2014, doi:10.1016/j.socnet.2014.04.001',
  oracle: 'worked by hand; netseg smi divides both by one density',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'possible ties within and to others grow unequally' },
    reverse: { changes: 'ties that start from a group become those that end in it' },
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading: 'Corrects for size, so that a small group is not called closed for lack of people.',
  example: { network: 'a>b a>c d', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: { x: 1 / 3, y: null } },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const mixing = mixingIn(context);
    const { counts, from } = mixing;
    const given = (g: number) => indexOf(context, mixing, g);
    const figureOf = (of: Mixing, g: number): number | null => indexOf(context, of, g).value ?? null;
    const without = (ties: (g: number) => number) => groups.names.filter((_, g) => ties(g) === 0);
    const zeroCells = {
      within: without((g) => counts[g]![g]!),
      outside: without((g) => from[g]! - counts[g]![g]!),
    };
    const bands = mixingBands(context, (g) => figureOf(mixing, g), figureOf);
    const details = { groupBy: groups.attribute, zeroCells, bands };
    return [figures(context, segregationMatrixIndex, 'group', groups.names, given, { details })];
  },
};

type Given = { value: number; reason?: never } | { value?: never; reason: string };

function indexOf({ graph, groups }: MetricContext, { counts, from, rows }: Mixing, g: number): Given {
  const size = groups!.sizes[g]!;
  const allRows = rows.reduce((sum, one) => sum + one, 0);
  const possibleWithin = graph.directed ? rows[g]! * (size - 1) : pairsAmong(rows[g]!);
  const possibleOut = rows[g]! * (graph.directed ? graph.n - size : allRows - rows[g]!);
  if (possibleWithin === 0) return { reason: 'nobody within the group to be tied to' };
  if (possibleOut === 0) return { reason: 'nobody outside the group to be tied to' };
  // The table of an undirected network counts a tie within a group at both of its ends.
  const within = counts[g]![g]! / (graph.directed ? 1 : 2) / possibleWithin;
  const outside = (from[g]! - counts[g]![g]!) / possibleOut;
  if (within + outside === 0) return { reason: 'no ties start from this group' };
  return { value: (within - outside) / (within + outside) };
}
