/** Closeness (Wasserman–Faust), looking out: how few steps a member needs to others, scaled by how many are in reach. */
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { distancesOf, lengthObstacle, lengthUse } from '../strengths.ts';

export const closenessOut: Metric = {
  id: 'closeness-out',
  family: 'centrality',
  scopes: ['member'],
  title: 'Closeness, out',
  question: 'Who is near to everybody they can reach at all?',
  definition: 'r/(n − 1) · r/Σ d(v → u) over the r others within reach, with d the number of steps.',
  direction:
    'Looks at ties that start from the member: how near those are whom v reaches by naming. With strength, d adds up 1/strength.',
  normalization: '0 to 1 without strength. Undirected: in and out are the same.',
  edgeCases: 'Fewer than 2 members: null. An isolate has 0. A member who did not answer has none.',
  cost: 'O(n·m), with strength O(n·m·log n); 5,000 members and 50,000 ties in seconds.',
  reference: 'Wasserman & Faust 1994, p. 201, doi:10.1017/CBO9780511815478',
  oracle: 'networkx closeness_centrality on the reversed graph, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: { becomes: 'x·(n − 1)/n' }, own: 0 },
    reverse: { swapsWith: 'closeness-in' },
    scale: 'times',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'A high value means few steps to most others. On a network in pieces prefer harmonic closeness: this one mixes reach and nearness.',
  example: { network: 'a>b b>c d', gives: { a: (2 / 3) * (2 / 3), b: 1 / 3, c: 0, d: 0 } },
  options: ['strength', 'ranks'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const obstacle = lengthObstacle(context) ?? (context.graph.n < 2 ? REASONS.fewerThan(2) : null);
    if (obstacle !== null) return memberFigures(context, closenessOut, { obstacle, of: () => null });
    const { reached, total } = distancesOf(context, 'out');
    const others = context.graph.n - 1;
    return memberFigures(context, closenessOut, {
      of: (v) => (reached[v] === 0 ? 0 : (reached[v]! / others) * (reached[v]! / total[v]!)),
      strength: lengthUse(context),
    });
  },
};
