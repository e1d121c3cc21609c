/** Constraint: how much a member's contacts are bound up with each other. */
import { type CompactGraph, degreeOf, unionOf } from '../../graph/compact.ts';
import type { MetricContext } from '../context.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { strengthSum } from '../strength-sum.ts';
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
  edgeCases: 'Isolates, and members all of whose strengths are 0: null.',
  cost: 'O(Σ k²); 50,000 ties in milliseconds.',
  reference: 'Burt 1992, doi:10.4159/9780674029095',
  oracle: 'networkx constraint, igraph constraint, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: 'same',
    scale: 'same',
    double: 'same',
  },
  reading:
    'Low: sits between circles and hears early. High: one circle, much support, little news. It says nothing of using the position.',
  example: { network: 'a>b b>c d', gives: { a: 1, b: 0.5, c: 1, d: null } },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const obstacle = askedStrengthObstacle(context);
    const weighted = context.settings.strength;
    const graph = weighted ? context.union : contactsCounted(context);
    const totals = graph.ids.map((_, v) => strengthSum(graph.out, v));
    const through = new Float64Array(graph.n);
    return memberFigures(context, constraint, {
      obstacle,
      of: (v) => (degreeOf(graph.out, v) === 0 || totals[v] === 0 ? null : constraintOf(graph, totals, v, through)),
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

/** @param through scratch space, all zero before and after. */
function constraintOf({ out }: CompactGraph, totals: number[], v: number, through: Float64Array): number {
  const [begin, end] = [out.offsets[v]!, out.offsets[v + 1]!];
  for (let at = begin; at < end; at++) {
    const q = out.targets[at]!;
    const share = out.strengths[at]! / totals[v]!;
    through[q]! += share;
    if (totals[q] === 0) continue;
    for (let on = out.offsets[q]!; on < out.offsets[q + 1]!; on++) {
      through[out.targets[on]!]! += share * (out.strengths[on]! / totals[q]!);
    }
  }
  let sum = 0;
  for (let at = begin; at < end; at++) sum += through[out.targets[at]!]! ** 2;
  for (let at = begin; at < end; at++) {
    const q = out.targets[at]!;
    through[q] = 0;
    for (let on = out.offsets[q]!; on < out.offsets[q + 1]!; on++) through[out.targets[on]!] = 0;
  }
  return sum;
}
