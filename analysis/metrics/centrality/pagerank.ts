/** PageRank: who is named by those who are named. */
import type { MetricContext } from '../context.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { strengthSum } from '../strength-sum.ts';
import { askedStrengthObstacle } from '../strengths.ts';

const DAMPING = 0.85;

/** The sum of all changes at which the iteration stops; each step shrinks it by the damping at least. */
const SETTLED = 1e-13;

export const pagerank: Metric = {
  id: 'pagerank',
  family: 'centrality',
  scopes: ['member'],
  title: 'PageRank',
  question: 'To whom do questions come in the end, when everybody passes them on?',
  definition:
    'x(v) = (1 − α)/n + α·(Σu x(u)·w(u,v)/s(u) + Σd x(d)/n), with α = 0.85, u those who name v, s(u) what u gives in all, d those who name nobody.',
  direction:
    'Along ties: being named by somebody who is often named, and names few, counts most. With strength, shares follow strengths.',
  normalization: 'Above 0; adds up to 1 over all members.',
  edgeCases: 'No members: no figures. Without ties all are equal. Who names nobody passes on evenly to all.',
  cost: 'O(m) a step, about 150 steps.',
  reference: 'Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X',
  oracle: 'igraph pagerank (PRPACK), 1e-8',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'proportional', own: 'least' },
    reverse: { changes: 'what was given is now received' },
    scale: 'same',
    double: 'same',
  },
  reading: 'High: authority as others see it. It rewards being named by few-sourced people: read it beside in-degree.',
  example: { network: 'a>b b>a c', gives: { a: 0.465116279069767, b: 0.465116279069767, c: 0.069767441860465 } },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const obstacle = askedStrengthObstacle(context);
    if (obstacle !== null) return memberFigures(context, pagerank, { obstacle, of: () => null });
    const rank = iterate(context);
    const strength = context.settings.strength ? 'strength' : 'ignored';
    return memberFigures(context, pagerank, { of: (v) => rank[v]!, strength });
  },
};

function iterate({ graph, settings }: MetricContext): Float64Array {
  const { n } = graph;
  const weight = (at: number): number => (settings.strength ? graph.in.strengths[at]! : 1);
  const given = graph.ids.map((_, v) =>
    settings.strength ? strengthSum(graph.out, v) : graph.out.offsets[v + 1]! - graph.out.offsets[v]!,
  );
  let rank = new Float64Array(n).fill(1 / n);
  let next = new Float64Array(n);
  for (let change = 1; change > SETTLED && n > 0; ) {
    let kept = 0;
    for (let v = 0; v < n; v++) if (given[v] === 0) kept += rank[v]!;
    const even = (1 - DAMPING + DAMPING * kept) / n;
    change = 0;
    for (let v = 0; v < n; v++) {
      let sum = 0;
      for (let at = graph.in.offsets[v]!; at < graph.in.offsets[v + 1]!; at++) {
        const u = graph.in.targets[at]!;
        if (given[u]! > 0) sum += (rank[u]! * weight(at)) / given[u]!;
      }
      next[v] = even + DAMPING * sum;
      change += Math.abs(next[v]! - rank[v]!);
    }
    [rank, next] = [next, rank];
  }
  return rank;
}
