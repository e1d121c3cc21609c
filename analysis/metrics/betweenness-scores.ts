/** Betweenness per member, normalized: computed once for the metric of members and its centralization. */
import { betweennessByPairs } from '../graph/betweenness.ts';
import type { MetricContext } from './context.ts';
import { lengthsOf } from './strengths.ts';

/** Needs three members or more. An undirected pair is counted both ways above and below the line, so one divisor serves. */
export function betweennessScores(context: MetricContext): Float64Array {
  const { graph } = context;
  return context.shared('betweenness', () => {
    const pairs = (graph.n - 1) * (graph.n - 2);
    return betweennessByPairs(graph, context.execute, lengthsOf(context, graph.out)).map((score) => score / pairs);
  });
}
