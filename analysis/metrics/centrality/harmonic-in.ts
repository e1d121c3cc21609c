/** Harmonic closeness, looking in: how near a member is to everybody who might turn to them. */
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { distancesOf, lengthObstacle, lengthUse } from '../strengths.ts';

export const harmonicIn: Metric = {
  id: 'harmonic-in',
  family: 'centrality',
  scopes: ['member'],
  title: 'Harmonic closeness, in',
  question: 'Who can be reached in few steps, so that questions find their way to them?',
  definition: 'Σ 1/d(u → v) ÷ (n − 1) over all others u, with d the number of steps; who is out of reach adds 0.',
  direction:
    'Looks at ties that lead to the member: how near the others are who, by naming, reach v. With strength, d adds up 1/strength.',
  normalization: '0 to 1 without strength; 1 when tied to everybody. Undirected: in and out are the same.',
  edgeCases:
    'Fewer than 2 members: null. An isolate has 0. It needs no answer of the member itself; missing answers of others hide ways and so lower it.',
  cost: 'O(n·m), with strength O(n·m·log n); 5,000 members and 50,000 ties in seconds.',
  reference: 'Marchiori & Latora 2000, doi:10.1016/S0378-4371(00)00311-3; Rochat 2009',
  oracle: 'networkx harmonic_centrality ÷ (n − 1), 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: { becomes: 'x·(n − 1)/n' }, own: 0 },
    reverse: { swapsWith: 'harmonic-out' },
    scale: 'times',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'A high value means short ways to this member from most others. Unlike closeness it stays fair when the network is in pieces. It assumes that what travels takes shortest ways.',
  example: { network: 'a>b b>c d', gives: { a: 0, b: 1 / 3, c: 0.5, d: 0 } },
  options: ['strength', 'ranks'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const obstacle = lengthObstacle(context) ?? (context.graph.n < 2 ? REASONS.fewerThan(2) : null);
    if (obstacle !== null) return memberFigures(context, harmonicIn, { obstacle, of: () => null });
    const { harmonic } = distancesOf(context, 'in');
    const others = context.graph.n - 1;
    return memberFigures(context, harmonicIn, {
      of: (v) => harmonic[v]! / others,
      strength: lengthUse(context),
    });
  },
};
