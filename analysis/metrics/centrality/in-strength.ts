/** In-strength: how much contact comes to a member. */
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { strengthSum } from '../strength-sum.ts';
import { strengthObstacle } from '../strengths.ts';

export const inStrength: Metric = {
  id: 'in-strength',
  family: 'centrality',
  scopes: ['member'],
  title: 'In-strength',
  question: 'To whom do people turn most?',
  definition: 's⁻(v) = Σ w(u, v) over all others u, with w the strength of a tie.',
  direction: 'Ties that point to the member. Undirected: the same as strength.',
  normalization: 'In the unit of the strengths; none stated: each row of the source counts 1.',
  edgeCases:
    'An isolate has 0. Ties of which only some state a strength, or with a negative one, give null. It needs no answer of the member itself.',
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: 'Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, doi:10.1073/pnas.0400087101',
  oracle: 'networkx DiGraph.in_degree(weight="weight"), 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: 0 },
    reverse: { swapsWith: 'out-strength' },
    scale: 'times',
    double: { addsStrengthAt: 'to' },
    noAnswer: 'as-reported',
  },
  reading: 'A high value means that much is asked of this member; it says nothing of how many ask.',
  example: { network: 'a>b=2 b>a=3 a>c=1 d', gives: { a: 3, b: 2, c: 1, d: 0 } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    memberFigures(context, inStrength, {
      obstacle: strengthObstacle(context),
      of: (v, graph) => strengthSum(graph.in, v),
      strength: 'strength',
    }),
};
