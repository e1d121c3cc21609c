/** Bridges: ties without which the network falls into more pieces. */
import { cutsOf } from '../../graph/cuts.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const bridges: Metric = {
  id: 'bridges',
  family: 'centrality',
  scopes: ['tie'],
  title: 'Bridges',
  question: 'Which single contacts hold the network together?',
  definition: 'A pair is a bridge when taking their tie away leaves more components than there were.',
  direction: 'Directions are joined: a pair that name each other are one tie. Strength is ignored.',
  normalization: 'A list of pairs; `count` in the details.',
  edgeCases:
    'No ties: an empty list. Parallel ties are one tie. Of ties that were reported: an answer that is missing may hold a way around.',
  cost: 'O(n + m); 50,000 ties in 1 ms, 500,000 in 6 ms.',
  reference: 'Tarjan 1974, doi:10.1016/0020-0190(74)90003-9',
  oracle: 'networkx bridges on the union (count), and removal of each tie in turn',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Each pair is a contact to protect or to double. Many bridges mean a fragile, tree-like network.',
  example: { network: 'a>b b>c c>a c>d', gives: [['c', 'd']] },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const cuts = context.shared('cuts', () => cutsOf(union.n, union.out));
    const pairs = cuts.bridges.map(([v, w]) => [union.ids[v]!, union.ids[w]!]);
    return [figure(context, bridges, 'tie', { value: pairs }, { details: { count: pairs.length } })];
  },
};
