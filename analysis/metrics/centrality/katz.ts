/** Katz centrality: who is named, by whom, by whom, each step counting less. */
import { dominantComponent } from '../../graph/spectrum.ts';
import { katzScores } from '../../graph/ways.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { askedStrengthObstacle } from '../strengths.ts';

/** Unless asked otherwise, half of the largest attenuation at which the sum over ever longer ways stays finite. */
const SHARE_OF_LARGEST = 0.5;

export const katz: Metric = {
  id: 'katz',
  family: 'centrality',
  scopes: ['member'],
  title: 'Katz centrality',
  question: 'To whom do many ways lead, near and far?',
  definition:
    'x = α·Aᵀ·x + 1, scaled to Σ x² = 1, with λ the largest eigenvalue of the union and α = 0.5/λ unless option katzAlpha gives another; below 1/λ the sum over all ways is finite in either direction.',
  direction: 'Ways lead to the member along the direction of naming. With strength, A holds strengths.',
  normalization: '0 to 1, squares adding up to 1; α and λ in the details.',
  edgeCases:
    'No ties: null. Isolates have the smallest value, not 0. It needs no answer of the member itself; namings in answers that are missing do not count.',
  cost: 'O(m) a step, 15 to 50 steps, after the eigenvalue; 50,000 ties in 1 ms, 500,000 in 17 ms.',
  reference: 'Katz 1953, doi:10.1007/BF02289026',
  oracle: 'networkx katz_centrality_numpy on the union, 1e-6',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'proportional', own: 'least' },
    reverse: { changes: 'ways lead to the member, and now start from it' },
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Between in-degree and eigenvector centrality: counts those who name, and a little those behind them.',
  example: { network: 'a>b', gives: { a: 1 / Math.hypot(1, 1.5), b: 1.5 / Math.hypot(1, 1.5) } },
  options: ['strength', 'katzAlpha'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph, union, settings } = context;
    const strength = settings.strength ? 'strength' : 'ignored';
    const without = (obstacle: string) => memberFigures(context, katz, { obstacle, of: () => null, strength });
    const obstacle = askedStrengthObstacle(context) ?? (union.m === 0 ? REASONS.noTies : null);
    if (obstacle !== null) return without(obstacle);
    const dominant = dominantComponent(union, settings.strength ? union.out.strengths : null);
    if (dominant === null)
      return without('no tie has any strength, or two parts of the network are almost equally dense');
    const largest = 1 / dominant.eigenvalue;
    const alpha = settings.katzAlpha ?? SHARE_OF_LARGEST * largest;
    if (alpha >= largest) return without(`α is ${alpha}, and on this network it must be below 1/λ = ${largest}`);
    const scores = katzScores(graph, alpha, settings.strength);
    const length = Math.sqrt(scores.reduce((sum, one) => sum + one * one, 0));
    const details = { alpha, eigenvalue: dominant.eigenvalue };
    return memberFigures(context, katz, { of: (v) => scores[v]! / length, details, strength });
  },
};
