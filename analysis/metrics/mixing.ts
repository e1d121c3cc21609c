/**
 * Ties counted by the groups they run between: the table from which most silo figures are made.
 *
 * Directed: `counts[g][h]` are arcs from g to h. Undirected: ends of ties, so that a tie within a group counts twice on the
 * diagonal and the table is symmetric (Newman's convention, and Z·A·Zᵀ of the adjacency matrix).
 */
import type { CompactGraph } from '../graph/compact.ts';
import type { Groups } from '../graph/groups.ts';
import { forEachKnownTie } from '../graph/known.ts';
import { type Band, bandAround, overReplicates } from '../inference/response-band.ts';
import type { MetricContext } from './context.ts';

export interface Mixing {
  counts: number[][];
  /** Sums of rows: what starts from each group. */
  from: number[];
  /** Sums of columns: what comes to each group. */
  to: number[];
  total: number;
  /** Members of each group whose rows were answered. */
  rows: number[];
}

export function mixingOf(graph: CompactGraph, known: Uint8Array, groups: Groups, weighted = false): Mixing {
  const counts = groups.names.map(() => groups.names.map(() => 0));
  forEachKnownTie(graph, known, (v, w, strength) => {
    const [a, b] = [groups.of[v]!, groups.of[w]!];
    const amount = weighted ? strength : 1;
    counts[a]![b]! += amount;
    if (!graph.directed) counts[b]![a]! += amount;
  });
  const from = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const to = groups.names.map((_, column) => counts.reduce((sum, row) => sum + row[column]!, 0));
  const rows = groups.names.map(() => 0);
  for (const [v, isKnown] of known.entries()) rows[groups.of[v]!]! += isKnown;
  return { counts, from, to, total: from.reduce((sum, count) => sum + count, 0), rows };
}

/** Of the network that is measured. */
export function mixingIn(context: MetricContext, weighted = false): Mixing {
  return mixingOf(context.graph, context.selected.response.known, context.groups!, weighted);
}

/** How far missing answers could move a figure that is made of the table. */
export function mixingBand(
  context: MetricContext,
  observed: number | null,
  of: (mixing: Mixing) => number | null,
): Band {
  return bandAround(observed, observed === null ? [] : replicatesOf(context).map(of));
}

/** The same for a figure of each group. */
export function mixingBands(
  context: MetricContext,
  observed: (group: number) => number | null,
  of: (mixing: Mixing, group: number) => number | null,
): Record<string, Band> {
  const bands = context.groups!.names.map((name, g) => [name, mixingBand(context, observed(g), (one) => of(one, g))]);
  return Object.fromEntries(bands);
}

/** The tables alone are kept, so that a large network is drawn once for all figures of silos. */
function replicatesOf(context: MetricContext): Mixing[] {
  return context.shared('mixing/replicates', () =>
    overReplicates(context, (graph, known) => mixingOf(graph, known, context.groups!)),
  );
}
