/** Eigenvector centrality: who is in contact with those who are in contact with many. */
import { dominantComponent } from '../../graph/spectrum.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { REASONS } from '../result.ts';
import { askedStrengthObstacle } from '../strengths.ts';

export const eigenvector: Metric = {
  id: 'eigenvector',
  family: 'centrality',
  scopes: ['member'],
  title: 'Eigenvector centrality',
  question: 'Who is well connected to the well connected?',
  definition: 'A·x = λ·x with the largest λ, x ≥ 0 and Σ x² = 1, on the union.',
  direction: 'Directions are joined. With strength, A holds strengths.',
  normalization: '0 to 1, squares adding up to 1.',
  edgeCases:
    'No ties: null. Components are looked at one by one: members outside the one with the largest λ have 0; details say how many. Two components with the same λ leave no single answer: null. A member who did not answer has none; the others are as near to the middle as the ties that were reported make them.',
  cost: 'O(m) a step, some dozens of steps; 50,000 ties in 4 ms. More steps where the two largest eigenvalues come close.',
  reference: 'Bonacich 1972, doi:10.1080/0022250X.1972.9989806',
  oracle: 'networkx eigenvector_centrality, igraph eigenvector_centrality, 1e-6 (iterative on both sides)',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: 0 },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'High: in the middle of the densest part. On a network in pieces it speaks of one piece only; use harmonic closeness there.',
  example: { network: 'a>b b>c d', gives: { a: 0.5, b: Math.SQRT1_2, c: 0.5, d: 0 } },
  options: ['strength', 'ranks'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union, settings } = context;
    const strength = settings.strength ? 'strength' : 'ignored';
    const without = (obstacle: string) => memberFigures(context, eigenvector, { obstacle, of: () => null, strength });
    const obstacle = askedStrengthObstacle(context) ?? (union.m === 0 ? REASONS.noTies : null);
    if (obstacle !== null) return without(obstacle);
    const dominant = dominantComponent(union, settings.strength ? union.out.strengths : null);
    if (dominant === null)
      return without('no tie has any strength, or two parts of the network are almost equally dense');
    const { vector, eigenvalue, outside, rivals } = dominant;
    if (rivals > 0) return without('no single answer: two pieces of the network are equally dense');
    return memberFigures(context, eigenvector, { of: (v) => vector[v]!, details: { eigenvalue, outside }, strength });
  },
};
