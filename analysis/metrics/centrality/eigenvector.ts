/** Eigenvector centrality: who is in contact with those who are in contact with many. */
import { weakComponents } from '../../graph/components.ts';
import { dominantEigenvector, type Eigenvector } from '../../graph/power-iteration.ts';
import type { MetricContext } from '../context.ts';
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
    'No ties: null. Components are looked at one by one: members outside the one with the largest λ have 0; details say how many. Two components with the same λ leave no single answer: null.',
  cost: 'O(m) a step; steps grow as the two largest eigenvalues come close.',
  reference: 'Bonacich 1972, doi:10.1080/0022250X.1972.9989806',
  oracle: 'networkx eigenvector_centrality, igraph eigenvector_centrality, 1e-6 (iterative on both sides)',
  reading:
    'High: in the middle of the densest part. On a network in pieces it speaks of one piece only; use harmonic closeness there.',
  example: { network: 'a>b b>c d', gives: { a: 0.5, b: Math.SQRT1_2, c: 0.5, d: 0 } },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const weighted = context.settings.strength;
    const obstacle = askedStrengthObstacle(context) ?? (context.union.m === 0 ? REASONS.noTies : null);
    if (obstacle !== null) return memberFigures(context, eigenvector, { obstacle, of: () => null });
    const answer = ofDominantComponent(context);
    if (typeof answer === 'string') return memberFigures(context, eigenvector, { obstacle: answer, of: () => null });
    const { vector, eigenvalue, outside } = answer;
    return memberFigures(context, eigenvector, {
      of: (v) => vector[v]!,
      details: { eigenvalue, outside },
      strength: weighted ? 'strength' : 'ignored',
    });
  },
};

function ofDominantComponent({ union, settings }: MetricContext): (Eigenvector & { outside: number }) | string {
  const component = weakComponents(union.n, union.out);
  const membersOf: number[][] = [];
  for (const [v, number] of component.entries()) {
    membersOf[number] ??= [];
    membersOf[number].push(v);
  }
  let best: (Eigenvector & { outside: number }) | null = null;
  let rivals = 0;
  for (const members of membersOf) {
    if (members.length < 2) continue;
    const found = dominantEigenvector(union.n, union.out, settings.strength ? union.out.strengths : null, members);
    if (found === null) return 'did not settle: the two largest eigenvalues are nearly equal';
    const lead =
      best === null ? 1 : (found.eigenvalue - best.eigenvalue) / Math.max(found.eigenvalue, best.eigenvalue, 1e-300);
    if (lead > 1e-9) rivals = 0;
    else if (lead > -1e-9) rivals++;
    if (best === null || lead > 1e-9) best = { ...found, outside: union.n - members.length };
  }
  if (best === null || best.eigenvalue <= 0) return REASONS.noTies;
  return rivals > 0 ? 'two components have the same largest eigenvalue' : best;
}
