/**
 * Ties swapped as in analysis/kernels/assembly/rewire.ts, over a plain list and a set of the pairs that are tied: the same
 * draws, the same networks.
 */
import type { CompactGraph } from '../../../../analysis/graph/compact.ts';
import { createRandom, type Random } from '../../../../analysis/inference/random.ts';
import type { Rewiring, Thresholds } from '../../../../analysis/inference/rewire.ts';

/** A tie, seen from the one who names; an undirected one is two entries, each the other's mate. */
export interface Entry {
  from: number;
  to: number;
  strength: number;
  mate: Entry | null;
}

/** In the order of the adjacency. */
export function entriesOf(graph: CompactGraph): Entry[] {
  const entries: Entry[] = [];
  for (let v = 0; v < graph.n; v++) {
    for (let at = graph.out.offsets[v]!; at < graph.out.offsets[v + 1]!; at++) {
      entries.push({ from: v, to: graph.out.targets[at]!, strength: graph.out.strengths[at]!, mate: null });
    }
  }
  if (graph.directed) return entries;
  for (const entry of entries) entry.mate = entries.find(({ from, to }) => from === entry.to && to === entry.from)!;
  return entries;
}

export function swapEntries(entries: Entry[], swaps: number, random: Random): void {
  const there = new Set(entries.map(({ from, to }) => `${from}>${to}`));
  for (let swap = 0; swap < swaps; swap++) {
    const one = entries[random.below(entries.length)]!;
    const other = entries[random.below(entries.length)]!;
    const [a, b, c, d] = [one.from, one.to, other.from, other.to];
    if (a === d || c === b || there.has(`${a}>${d}`) || there.has(`${c}>${b}`)) continue;
    for (const gone of [`${a}>${b}`, `${c}>${d}`]) there.delete(gone);
    for (const come of [`${a}>${d}`, `${c}>${b}`]) there.add(come);
    [one.to, other.to] = [d, b];
    if (one.mate === null || other.mate === null) continue;
    for (const gone of [`${b}>${a}`, `${d}>${c}`]) there.delete(gone);
    for (const come of [`${d}>${a}`, `${b}>${c}`]) there.add(come);
    const [back, back2] = [one.mate, other.mate];
    [back.to, back2.to] = [c, a];
    [one.mate, back2.mate, other.mate, back.mate] = [back2, one, back, other];
    [back2.strength, back.strength] = [one.strength, other.strength];
  }
}

/** The networks themselves, run by run. */
export function overRewired<T>(
  graph: CompactGraph,
  { samples, swapsPerTie, seed, stream }: Rewiring,
  statistic: (entries: readonly Entry[]) => T,
): T[] {
  const swaps = swapsPerTie * graph.m;
  return Array.from({ length: samples }, (_, run) => {
    const entries = entriesOf(graph);
    swapEntries(entries, swaps, createRandom(seed, stream, samples));
    swapEntries(entries, swaps, createRandom(seed, stream, run));
    return statistic(entries);
  });
}

/** Null where nobody has a threshold. */
export function meanThreshold(
  n: number,
  entries: readonly Entry[],
  { adopted, counts, lagPeriods, weighted }: Thresholds,
): number | null {
  const thresholds: number[] = [];
  for (let v = 0; v < n; v++) {
    if (counts[v] === 0) continue;
    let all = 0;
    let reached = 0;
    for (const { from, to, strength } of entries) {
      if (from !== v) continue;
      const amount = weighted ? strength : 1;
      all += amount;
      if (adopted[to]! >= 0 && adopted[to]! <= adopted[v]! - lagPeriods) reached += amount;
    }
    if (all !== 0) thresholds.push(reached / all);
  }
  return thresholds.length === 0 ? null : thresholds.reduce((sum, one) => sum + one, 0) / thresholds.length;
}
