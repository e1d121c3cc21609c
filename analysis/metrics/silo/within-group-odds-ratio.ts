/** Odds ratio within groups: how much likelier a tie is when both are of one group. */
import { countKnownTies, forEachKnownTie, possibleTies, possibleTiesWithin } from '../../graph/known.ts';
import type { Metric } from '../metric.ts';
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
    const { graph } = context;
    const groups = context.groups!;
    const { known } = context.selected.response;
    let within = 0;
    forEachKnownTie(graph, known, (v, w) => {
      if (groups.of[v] === groups.of[w]) within++;
    });
    const between = countKnownTies(graph, known) - within;
    const withinEmpty = possibleTiesWithin(graph, known, groups) - within;
    const betweenEmpty = possibleTies(graph, known) - within - withinEmpty - between;
    const cells = { within, between, withinEmpty, betweenEmpty };
    const zeroCells = Object.entries(cells).flatMap(([name, count]) => (count === 0 ? [name] : []));
    const details = { groupBy: groups.attribute, ...cells, zeroCells };
    const report = (given: { value: number } | { reason: string }) => [
      figure(context, withinGroupOddsRatio, 'network', given, { details }),
    ];
    if (within + between === 0) return report({ reason: REASONS.noTies });
    if (between === 0) return report({ reason: 'no ties between groups' });
    if (withinEmpty === 0) return report({ reason: 'no pair within a group without a tie' });
    return report({ value: (within * betweenEmpty) / (between * withinEmpty) });
  },
};
