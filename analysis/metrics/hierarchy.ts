/**
 * What Krackhardt's four measures of a hierarchy share: reachability, and the weak components they are taken over.
 */
import { weakComponents } from '../graph/components.ts';
import { type Reachability, reachabilityOf } from '../graph/reachability.ts';
import type { MetricContext } from './context.ts';

export const KRACKHARDT =
  'Krackhardt 1994, Graph theoretical dimensions of informal organizations, in Carley & Prietula (eds.), Computational Organization Theory';

export function sharedReachability(context: MetricContext): Reachability {
  return context.shared('reachability', () => reachabilityOf(context.graph));
}

/** Members and ties of each weak component; ties are arcs when directed. */
export function componentCounts(context: MetricContext): { members: number; arcs: number; pairs: number }[] {
  const { graph, union } = context;
  const component = context.shared('components/weak', () => weakComponents(union.n, union.out));
  const counts: { members: number; arcs: number; pairs: number }[] = [];
  for (const [v, number] of component.entries()) {
    counts[number] ??= { members: 0, arcs: 0, pairs: 0 };
    const count = counts[number];
    count.members++;
    count.arcs += graph.out.offsets[v + 1]! - graph.out.offsets[v]!;
    count.pairs += (union.out.offsets[v + 1]! - union.out.offsets[v]!) / 2;
  }
  return counts;
}
