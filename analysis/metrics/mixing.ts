/**
 * Ties counted by the groups they run between: the table from which most silo figures are made.
 *
 * Directed: `counts[g][h]` are arcs from g to h. Undirected: ends of ties, so that a tie within a group counts twice on the
 * diagonal and the table is symmetric (Newman's convention, and Z·A·Zᵀ of the adjacency matrix).
 */
import { forEachKnownTie } from '../graph/known.ts';
import type { MetricContext } from './context.ts';

export interface Mixing {
  counts: number[][];
  /** Sums of rows: what starts from each group. */
  from: number[];
  /** Sums of columns: what comes to each group. */
  to: number[];
  total: number;
}

export function mixingOf(context: MetricContext, weighted = false): Mixing {
  const groups = context.groups!;
  const counts = groups.names.map(() => groups.names.map(() => 0));
  forEachKnownTie(context.graph, context.selected.response.known, (v, w, strength) => {
    const [a, b] = [groups.of[v]!, groups.of[w]!];
    const amount = weighted ? strength : 1;
    counts[a]![b]! += amount;
    if (!context.graph.directed) counts[b]![a]! += amount;
  });
  const from = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const to = groups.names.map((_, column) => counts.reduce((sum, row) => sum + row[column]!, 0));
  return { counts, from, to, total: from.reduce((sum, count) => sum + count, 0) };
}
