/** Harmonic closeness, looking out: how near a member is to everybody they might turn to. */
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { distancesOf, lengthObstacle, lengthUse } from '../strengths.ts';

export const harmonicOut: Metric = {
  id: 'harmonic-out',
  family: 'centrality',
  scopes: ['member'],
  title: 'Harmonic closeness, out',
  question: 'Who finds their way to others in few steps?',
  definition: 'Σ 1/d(v → u) ÷ (n − 1) over all others u, with d the number of steps; who is out of reach adds 0.',
  direction:
    'Looks at ties that start from the member: how near those are whom v reaches by naming. With strength, d adds up 1/strength.',
  normalization: '0 to 1 without strength; 1 when tied to everybody. Undirected: in and out are the same.',
  edgeCases: 'Fewer than 2 members: null. An isolate has 0. A member who did not answer has none.',
  cost: 'O(n·m), with strength O(n·m·log n); 5,000 members and 50,000 ties in seconds.',
  reference: 'Marchiori & Latora 2000, doi:10.1016/S0378-4371(00)00311-3; Rochat 2009',
  oracle: 'python-igraph harmonic_centrality(mode="out"), 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: { becomes: 'x·(n − 1)/n' }, own: 0 },
    reverse: { swapsWith: 'harmonic-in' },
    scale: 'times',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'A high value means that most others are a few introductions away. It assumes that each named person passes the question on.',
  example: { network: 'a>b b>c d', gives: { a: 0.5, b: 1 / 3, c: 0, d: 0 } },
  options: ['strength', 'ranks'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const obstacle = lengthObstacle(context) ?? (context.graph.n < 2 ? REASONS.fewerThan(2) : null);
    if (obstacle !== null) return memberFigures(context, harmonicOut, { obstacle, of: () => null });
    const { harmonic } = distancesOf(context, 'out');
    const others = context.graph.n - 1;
    return memberFigures(context, harmonicOut, {
      of: (v) => harmonic[v]! / others,
      strength: lengthUse(context),
    });
  },
};
