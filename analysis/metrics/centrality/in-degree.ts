/** In-degree: by how many others a member is named. */
import { degreeOf } from '../../graph/compact.ts';
import { memberFigures, possibleTo } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const inDegree: Metric = {
  id: 'in-degree',
  family: 'centrality',
  scopes: ['member'],
  title: 'In-degree',
  question: 'Whom do people turn to?',
  definition: 'k⁻(v) = the number of other members who name v.',
  direction: 'Looks at ties that point to the member. Undirected: the same as degree. Strength is ignored.',
  normalization:
    'A count from 0 to n − 1, which is `possible` in the details: the count ÷ possible is Freeman’s normalized degree, undefined for one member.',
  edgeCases:
    'Whoever is named by nobody has 0. It needs no answer of the member itself, but missing answers of others lower it.',
  cost: 'O(n); 50,000 ties in milliseconds.',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7',
  oracle: 'networkx DiGraph.in_degree, exact',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: 0 },
    reverse: { swapsWith: 'out-degree' },
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'A high value means many turn to this member. It does not say that they are helped, and it may mean overload.',
  example: { network: 'a>b b>a c>a d', gives: { a: 2, b: 1, c: 0, d: 0 } },
  options: ['ranks'],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    memberFigures(context, inDegree, { details: possibleTo(context), of: (v, graph) => degreeOf(graph.in, v) }),
};
