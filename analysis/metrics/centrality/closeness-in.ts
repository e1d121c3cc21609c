/** Closeness (Wasserman–Faust), looking in: how few steps others need to a member, scaled by how many can. */
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { distancesOf, lengthObstacle, lengthUse } from '../strengths.ts';

export const closenessIn: Metric = {
  id: 'closeness-in',
  family: 'centrality',
  scopes: ['member'],
  title: 'Closeness, in',
  question: 'Who is near to everybody who can reach them at all?',
  definition: 'r/(n − 1) · r/Σ d(u → v) over the r others within reach, with d the number of steps.',
  direction:
    'Looks at ties that lead to the member: how near the others are who, by naming, reach v. With strength, d adds up 1/strength.',
  normalization: '0 to 1 without strength. Undirected: in and out are the same.',
  edgeCases:
    'Fewer than 2 members: null. An isolate has 0. It needs no answer of the member itself; missing answers of others hide ways and so lower it.',
  cost: 'O(n·m), with strength O(n·m·log n); 5,000 members and 50,000 ties in seconds.',
  reference: 'Wasserman & Faust 1994, p. 201, doi:10.1017/CBO9780511815478',
  oracle: 'networkx closeness_centrality(wf_improved=True), which looks in, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: { becomes: 'x·(n − 1)/n' }, own: 0 },
    reverse: { swapsWith: 'closeness-out' },
    scale: 'times',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'A high value means few steps from most others. On a network in pieces prefer harmonic closeness: this one mixes reach and nearness.',
  example: { network: 'a>b b>c d', gives: { a: 0, b: 1 / 3, c: (2 / 3) * (2 / 3), d: 0 } },
  options: ['strength', 'ranks'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const obstacle = lengthObstacle(context) ?? (context.graph.n < 2 ? REASONS.fewerThan(2) : null);
    if (obstacle !== null) return memberFigures(context, closenessIn, { obstacle, of: () => null });
    const { reached, total } = distancesOf(context, 'in');
    const others = context.graph.n - 1;
    return memberFigures(context, closenessIn, {
      of: (v) => (reached[v] === 0 ? 0 : (reached[v]! / others) * (reached[v]! / total[v]!)),
      strength: lengthUse(context),
    });
  },
};
