/** Katz centrality: who is named, by whom, by whom, each step counting less. */
import type { CompactGraph } from '../../graph/compact.ts';
import { dominantComponent } from '../../graph/spectrum.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { askedStrengthObstacle } from '../strengths.ts';

/** Half of the largest attenuation at which the sum over ever longer ways stays finite. */
const SHARE_OF_LARGEST = 0.5;

export const katz: Metric = {
  id: 'katz',
  family: 'centrality',
  scopes: ['member'],
  title: 'Katz centrality',
  question: 'To whom do many ways lead, near and far?',
  definition:
    'x = α·Aᵀ·x + 1, scaled to Σ x² = 1, with α = 0.5/λ and λ the largest eigenvalue of the union, below which the sum over all ways is finite in either direction.',
  direction: 'Ways lead to the member along the direction of naming. With strength, A holds strengths.',
  normalization: '0 to 1, squares adding up to 1; α and λ in the details.',
  edgeCases: 'No ties: null. Isolates have the smallest value, not 0.',
  cost: 'O(m) a step, some fifty steps, after the eigenvalue.',
  reference: 'Katz 1953, doi:10.1007/BF02289026',
  oracle: 'networkx katz_centrality_numpy on the union, 1e-6',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'proportional', own: 'least' },
    reverse: { changes: 'ways lead to the member, and now start from it' },
    scale: 'same',
    double: 'same',
  },
  reading: 'Between in-degree and eigenvector centrality: counts those who name, and a little those behind them.',
  example: { network: 'a>b', gives: { a: 1 / Math.hypot(1, 1.5), b: 1.5 / Math.hypot(1, 1.5) } },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph, union, settings } = context;
    const strength = settings.strength ? 'strength' : 'ignored';
    const without = (obstacle: string) => memberFigures(context, katz, { obstacle, of: () => null, strength });
    const obstacle = askedStrengthObstacle(context) ?? (union.m === 0 ? REASONS.noTies : null);
    if (obstacle !== null) return without(obstacle);
    const dominant = dominantComponent(union, settings.strength ? union.out.strengths : null);
    if (dominant === null) return without('no tie has any strength, or two parts of the network are almost equally dense');
    const alpha = SHARE_OF_LARGEST / dominant.eigenvalue;
    const scores = iterate(graph, alpha, settings.strength);
    const length = Math.sqrt(scores.reduce((sum, one) => sum + one * one, 0));
    const details = { alpha, eigenvalue: dominant.eigenvalue };
    return memberFigures(context, katz, { of: (v) => scores[v]! / length, details, strength });
  },
};

/** In length, every step halves what is still missing: 120 settle it to the last bit in networks of any size. */
function iterate({ n, in: incoming }: CompactGraph, alpha: number, weighted: boolean): Float64Array {
  let scores = new Float64Array(n).fill(1);
  let next = new Float64Array(n);
  for (let step = 0; step < 120; step++) {
    for (let v = 0; v < n; v++) {
      let sum = 0;
      for (let at = incoming.offsets[v]!; at < incoming.offsets[v + 1]!; at++) {
        sum += (weighted ? incoming.strengths[at]! : 1) * scores[incoming.targets[at]!]!;
      }
      next[v] = alpha * sum + 1;
    }
    [scores, next] = [next, scores];
  }
  return scores;
}
