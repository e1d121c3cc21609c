/**
 * Key players as seeds: the set through which all are reached soonest, Σ 1/d(K, v) over all members, d = the steps to the
 * nearest of the set, itself counting 1 (Borgatti 2006, doi:10.1007/s10588-006-7084-x; the metric `key-players`).
 *
 * All sets where there are few of them. Otherwise the best member is added one by one: being near is submodular, so that a
 * gain worked out earlier bounds today's, the greedy set has at least 1 − 1/e of the best, and few need a second look.
 */
import type { CompactGraph } from '../../graph/compact.ts';

/** Up to so many sets all are tried. */
const MOST_SETS = 2_000;
/** Sums of fractions in another order differ in the last bits: values this close are equal. */
const SAME = 1e-12;

/** @param union directions joined: what one hears from a contact one hears either way. */
export function keyPlayerSeeds(union: CompactGraph, eligible: readonly number[], k: number): number[] {
  if (setsOf(eligible.length, k) > MOST_SETS) return addedOneByOne(union, eligible, k);
  let best: { set: readonly number[]; worth: number } = { set: [], worth: -1 };
  for (const set of allSets(eligible, k)) {
    const worth = nearnessOf(union, set);
    if (worth > best.worth + SAME) best = { set, worth };
  }
  return [...best.set];
}

/** Σ 1/d(K, v) ÷ n, 0 to 1. */
export function nearnessOf({ n, out: { offsets, targets } }: CompactGraph, set: readonly number[]): number {
  const seen = new Uint8Array(n);
  const queue = new Int32Array(n);
  let tail = 0;
  for (const v of set) {
    seen[v] = 1;
    queue[tail++] = v;
  }
  let sum = tail;
  for (let begin = 0, steps = 1; begin < tail; steps++) {
    const end = tail;
    for (; begin < end; begin++) {
      const v = queue[begin]!;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const w = targets[at]!;
        if (seen[w] === 1) continue;
        seen[w] = 1;
        queue[tail++] = w;
      }
    }
    sum += (tail - end) / steps;
  }
  return sum / n;
}

function addedOneByOne(union: CompactGraph, eligible: readonly number[], k: number): number[] {
  const set: number[] = [];
  let worth = 0;
  const bounds = new Map(eligible.map((v) => [v, Number.POSITIVE_INFINITY]));
  while (set.length < Math.min(k, eligible.length)) {
    const open = [...bounds].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    let best: { v: number; gain: number } | null = null;
    for (const [v, bound] of open) {
      if (best !== null && bound < best.gain - SAME) break;
      const gain = nearnessOf(union, [...set, v]) - worth;
      bounds.set(v, gain);
      const isBetter = best === null || gain > best.gain + SAME || (gain > best.gain - SAME && v < best.v);
      if (isBetter) best = { v, gain };
    }
    set.push(best!.v);
    worth += best!.gain;
    bounds.delete(best!.v);
  }
  return set;
}

function setsOf(n: number, k: number): number {
  let sets = 1;
  for (let at = 0; at < k; at++) sets *= (n - at) / (at + 1);
  return sets;
}

function* allSets(of: readonly number[], k: number, from = 0): Generator<number[]> {
  if (k === 0) {
    yield [];
    return;
  }
  for (let at = from; at < of.length; at++) for (const rest of allSets(of, k - 1, at + 1)) yield [of[at]!, ...rest];
}
