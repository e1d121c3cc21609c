/** Cut-points: members without whom the network falls into more pieces. */
import { cutsOf } from '../../graph/cuts.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const cutPoint: Metric = {
  id: 'cut-point',
  family: 'centrality',
  scopes: ['member'],
  title: 'Cut-points',
  question: 'Whose leaving would cut somebody off?',
  definition: 'v is a cut-point when taking v out leaves more components among the others than there were.',
  direction: 'Directions are joined: any tie connects. Strength is ignored.',
  normalization: 'True or false.',
  edgeCases:
    'Isolates and members with one contact are never cut-points. Each component is looked at by itself. Who did not answer is judged by what others reported: their answer could show a way around a cut-point, or make one of them.',
  cost: 'O(n + m); 50,000 ties in 1 ms, 500,000 in 6 ms.',
  reference: 'Tarjan 1972, doi:10.1137/0201010',
  oracle: 'networkx articulation_points and sna cutpoints on the union, exact',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: false },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'True means a single point of failure: plan a second connection. False does not mean dispensable: ways may become long.',
  example: { network: 'a>b b>c d', gives: { a: false, b: true, c: false, d: false } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { points } = context.shared('cuts', () => cutsOf(context.union.n, context.union.out));
    return memberFigures(context, cutPoint, { of: (v) => points[v] === 1 });
  },
};
