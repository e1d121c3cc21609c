/** Betweenness centralization: whether the ways between members run through one. */
import { betweennessScores, sampleDetails } from '../betweenness-scores.ts';
import { centralization } from '../centralization.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';
import { lengthObstacle, lengthUse } from '../strengths.ts';

export const betweennessCentralization: Metric = {
  id: 'betweenness-centralization',
  family: 'structure',
  scopes: ['network'],
  title: 'Betweenness centralization',
  question: 'Do the ways between members run through one person?',
  definition: 'Σ (max − b(v)) ÷ (n − 1), with b the normalized betweenness.',
  direction: 'As betweenness: in the direction of naming; with strength, a tie has length 1/strength.',
  normalization: '0 (all alike) to 1 (a star). Directed and undirected divisors are the same on normalized scores.',
  edgeCases:
    'Fewer than 3 members: null. No ties: 0. Computed on the ties that were reported: ways that missing answers would show may go around the highest.',
  cost: 'O(n·m), shared with betweenness.',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7',
  oracle: 'sna centralization(betweenness), igraph centr_betw, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'one more with nothing is set against the highest, and the divisor grows' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Near 1: one person is the only way between the others. Near 0: there are ways around everybody, or hardly any ways.',
  example: { network: 'a>b b>a a>c c>a a>d d>a', gives: 1 },
  options: ['strength', 'sources', 'seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { n } = context.graph;
    const obstacle = lengthObstacle(context) ?? (n < 3 ? REASONS.fewerThan(3) : null);
    if (obstacle !== null) return [figure(context, betweennessCentralization, 'network', { reason: obstacle })];
    const found = betweennessScores(context);
    const value = centralization(found.scores, n - 1);
    const extras = { details: sampleDetails(found), strength: lengthUse(context) };
    return [figure(context, betweennessCentralization, 'network', { value }, extras)];
  },
};
