/** Strength: how much contact a member has altogether, given and received. */
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { strengthSum } from '../strength-sum.ts';
import { strengthObstacle } from '../strengths.ts';

export const strength: Metric = {
  id: 'strength',
  family: 'centrality',
  scopes: ['member'],
  title: 'Strength',
  question: 'How much contact does each member have altogether?',
  definition: 's(v) = Σ w(v, u) + w(u, v) over all others u, with w the strength of a tie.',
  direction: 'Both directions are added.',
  normalization: 'In the unit of the strengths; none stated: each row of the source counts 1.',
  edgeCases:
    'An isolate has 0. Ties of which only some state a strength, or with a negative one, give null. A member who did not answer has none.',
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: 'Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, doi:10.1073/pnas.0400087101',
  oracle: 'networkx Graph.degree(weight="weight") on the union, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: 0 },
    reverse: 'same',
    scale: 'times',
    double: { addsStrengthAt: 'both' },
    noAnswer: 'no-figure',
  },
  reading:
    'A high value means much contact. Two members with equal strength may have one close contact or twenty loose ones.',
  example: { network: 'a>b=2 b>a=3 a>c=1 d', gives: { a: 6, b: 5, c: 1, d: 0 } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    memberFigures(context, strength, {
      obstacle: strengthObstacle(context),
      of: (v) => strengthSum(context.union.out, v),
      strength: 'strength',
    }),
};
