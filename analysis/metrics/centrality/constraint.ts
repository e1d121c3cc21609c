/** Constraint: how much a member's contacts are bound up with each other. */
import { type CompactGraph, unionOf } from '../../graph/compact.ts';
import { constraintOf } from '../../graph/constraint.ts';
import type { MetricContext } from '../context.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { askedStrengthObstacle } from '../strengths.ts';

export const constraint: Metric = {
  id: 'constraint',
  family: 'centrality',
  scopes: ['member'],
  title: 'Constraint',
  question: 'Who hears the same from everybody, and who hears different things?',
  definition:
    'Σj (p(i,j) + Σq p(i,q)·p(q,j))² over contacts j of i, with p(i,j) the share of i’s contact that is with j: (a(i,j) + a(j,i)) ÷ Σk (a(i,k) + a(k,i)).',
  direction: 'Both directions add, so a mutual tie weighs two of a one-way tie. With strength, strengths add.',
  normalization: 'From about 1/k for k contacts who do not know each other; may pass 1.',
  edgeCases:
    'Isolates, and members all of whose strengths are 0: null. A member who did not answer has none; contacts that only they know of are missing for the others.',
  cost: 'O(m·√m); 50,000 ties in 3 ms, 500,000 in 30 ms.',
  reference: 'Burt 1992, doi:10.4159/9780674029095',
  oracle: 'networkx constraint, igraph constraint, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'Low: sits between circles and hears early. High: one circle, much support, little news. It says nothing of using the position.',
  example: { network: 'a>b b>c d', gives: { a: 1, b: 0.5, c: 1, d: null } },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const weighted = context.settings.strength;
    const { n, out } = weighted ? context.union : contactsCounted(context);
    const scores = constraintOf(n, out);
    return memberFigures(context, constraint, {
      obstacle: askedStrengthObstacle(context),
      of: (v) => (Number.isNaN(scores[v]) ? null : scores[v]!),
      strength: weighted ? 'strength' : 'ignored',
    });
  },
};

/** The union in which a tie weighs the number of directions in which it was named. */
function contactsCounted({ graph }: MetricContext): CompactGraph {
  const one = (strengths: Float64Array): Float64Array => new Float64Array(strengths.length).fill(1);
  return unionOf({
    ...graph,
    out: { ...graph.out, strengths: one(graph.out.strengths) },
    in: { ...graph.in, strengths: one(graph.in.strengths) },
  });
}
