/** Odds ratio within groups: how much likelier a tie is when both are of one group. */
import { pairsAmong } from '../../graph/known.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { type Mixing, mixingBand, mixingIn } from '../mixing.ts';
import { figure, REASONS } from '../result.ts';

export const withinGroupOddsRatio: Metric = {
  id: 'within-group-odds-ratio',
  family: 'silo',
  scopes: ['network'],
  title: 'Odds ratio within groups',
  question: 'How much likelier is contact when two are of the same group?',
  definition:
    '(w · B)/(b · W), with w and W ties and pairs without one within groups, b and B the same between groups.',
  direction: 'Directed: arcs. Undirected: pairs. Strength is ignored.',
  normalization: '0 to any height; 1: group makes no difference.',
  edgeCases:
    'No ties, no ties between groups, or no pair without a tie within: null, with the four counts in the details. No tie within, or no pair without one between, gives 0: `zeroCells` in the details names every count of 0. Rows that were not answered are left out.',
  cost: 'O(n + m).',
  reference: 'Moody 2001, doi:10.1086/338954',
  oracle: 'netseg (isnar) orwg, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'pairs without a tie within and between groups grow unequally' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'Does not depend on group sizes or density, so networks compare. It is multiplicative: 4 is as far from 1 as 1/4.',
  example: { network: 'a>b a>c d', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: 7 / 3 },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const cells = cellsOf(context, mixingIn(context));
    const zeroCells = Object.entries(cells).flatMap(([name, count]) => (count === 0 ? [name] : []));
    const details = { groupBy: groups.attribute, ...cells, zeroCells };
    const value = oddsRatio(cells);
    if (value === null) return [figure(context, withinGroupOddsRatio, 'network', { reason: why(cells) }, { details })];
    const band = mixingBand(context, value, (mixing) => oddsRatio(cellsOf(context, mixing)));
    return [figure(context, withinGroupOddsRatio, 'network', { value }, { details, ...band })];
  },
};

interface Cells {
  within: number;
  between: number;
  withinEmpty: number;
  betweenEmpty: number;
}

function cellsOf({ graph, groups }: MetricContext, { counts, total, rows }: Mixing): Cells {
  const onDiagonal = counts.reduce((sum, row, g) => sum + row[g]!, 0);
  // The table of an undirected network counts each tie at both of its ends.
  const ends = graph.directed ? 1 : 2;
  const within = onDiagonal / ends;
  const between = (total - onDiagonal) / ends;
  const answered = rows.reduce((sum, one) => sum + one, 0);
  const possible = graph.directed ? answered * Math.max(0, graph.n - 1) : pairsAmong(answered);
  const possibleWithin = rows.reduce(
    (sum, one, g) => sum + (graph.directed ? one * (groups!.sizes[g]! - 1) : pairsAmong(one)),
    0,
  );
  return { within, between, withinEmpty: possibleWithin - within, betweenEmpty: possible - possibleWithin - between };
}

function oddsRatio({ within, between, withinEmpty, betweenEmpty }: Cells): number | null {
  return between === 0 || withinEmpty === 0 ? null : (within * betweenEmpty) / (between * withinEmpty);
}

function why({ within, between }: Cells): string {
  if (within + between === 0) return REASONS.noTies;
  return between === 0 ? 'no ties between groups' : 'no pair within a group without a tie';
}
