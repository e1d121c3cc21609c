/** Out-degree: how many others a member names. */
import { degreeOf } from '../../graph/compact.ts';
import { memberFigures, possibleTo } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const outDegree: Metric = {
  id: 'out-degree',
  family: 'centrality',
  scopes: ['member'],
  title: 'Out-degree',
  question: 'How many sources does each member draw on?',
  definition: 'k⁺(v) = the number of other members whom v names.',
  direction: 'Looks at ties that start from the member. Undirected: the same as degree. Strength is ignored.',
  normalization:
    'A count from 0 to n − 1, which is `possible` in the details: the count ÷ possible is Freeman’s normalized degree, undefined for one member.',
  edgeCases: 'Who answered and named nobody has 0; who did not answer has none, because missing is not zero.',
  cost: 'O(n); 50,000 ties in milliseconds.',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7',
  oracle: 'networkx DiGraph.out_degree, exact',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: 0 },
    reverse: { swapsWith: 'in-degree' },
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'A high value means many sources. It also reflects how generously somebody fills in a form, and any cap on names.',
  example: { network: 'a>b b>a c>a d', gives: { a: 1, b: 1, c: 1, d: 0 } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    memberFigures(context, outDegree, {
      details: possibleTo(context),
      of: (v, graph) => degreeOf(graph.out, v),
    }),
};
