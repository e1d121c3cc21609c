/** Out-strength: how much a member turns to others. */
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { strengthSum } from '../strength-sum.ts';
import { strengthObstacle } from '../strengths.ts';

export const outStrength: Metric = {
  id: 'out-strength',
  family: 'centrality',
  scopes: ['member'],
  title: 'Out-strength',
  question: 'Who draws most on others?',
  definition: 's⁺(v) = Σ w(v, u) over all others u, with w the strength of a tie.',
  direction: 'Ties that start from the member. Undirected: the same as strength.',
  normalization: 'In the unit of the strengths; none stated: each row of the source counts 1.',
  edgeCases:
    'An isolate has 0. Ties of which only some state a strength, or with a negative one, give null. A member who did not answer has none.',
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: 'Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, doi:10.1073/pnas.0400087101',
  oracle: 'networkx DiGraph.out_degree(weight="weight"), 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: 0 },
    reverse: { swapsWith: 'in-strength' },
    scale: 'times',
    double: { addsStrengthAt: 'from' },
    noAnswer: 'no-figure',
  },
  reading: 'A high value means much turning to others. People differ in how they use a scale of strengths.',
  example: { network: 'a>b=2 b>a=3 a>c=1 d', gives: { a: 3, b: 3, c: 0, d: 0 } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    memberFigures(context, outStrength, {
      obstacle: strengthObstacle(context),
      of: (v, graph) => strengthSum(graph.out, v),
      strength: 'strength',
    }),
};
