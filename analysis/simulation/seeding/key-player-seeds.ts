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
  const steps = new Int32Array(union.n).fill(FAR);
  const look = createLook(union, steps);
  const bounds = new Map(eligible.map((v) => [v, mostNearness(union, v)]));
  const set: number[] = [];
  while (set.length < Math.min(k, eligible.length)) {
    const open = [...bounds].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    let best: { v: number; gain: number } | null = null;
    for (const [v, bound] of open) {
      if (best !== null && bound < best.gain - SAME) break;
      const gain = look(v, false);
      bounds.set(v, gain);
      const isBetter = best === null || gain > best.gain + SAME || (gain > best.gain - SAME && v < best.v);
      if (isBetter) best = { v, gain };
    }
    set.push(best!.v);
    look(best!.v, true);
    bounds.delete(best!.v);
  }
  return set;
}

/** More steps than any way has. */
const FAR = 0x7fff_ffff;

/**
 * How much nearer all come by one member more, given everybody's `steps` from the set; with `keep`, `steps` are brought
 * up to date. The search goes no further than where it is no nearer than the set is already.
 */
function createLook({ n, out: { offsets, targets } }: CompactGraph, steps: Int32Array) {
  const seen = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  let look = 0;
  return (start: number, keep: boolean): number => {
    const mark = look++;
    let tail = 0;
    let gain = 0;
    const nearness = (distance: number): number => (distance === FAR ? 0 : distance === 0 ? 1 : 1 / distance);
    const visit = (v: number, distance: number): void => {
      if (seen[v] === mark || steps[v]! <= distance) return;
      seen[v] = mark;
      queue[tail++] = v;
      gain += nearness(distance) - nearness(steps[v]!);
      if (keep) steps[v] = distance;
    };
    visit(start, 0);
    for (let begin = 0, distance = 1; begin < tail; distance++) {
      for (const end = tail; begin < end; begin++) {
        const v = queue[begin]!;
        for (let at = offsets[v]!; at < offsets[v + 1]!; at++) visit(targets[at]!, distance);
      }
    }
    return gain;
  };
}

/** Nobody alone is nearer to all than this: their contacts one step away, as many as may be two, and the rest three. */
function mostNearness({ n, out: { offsets, targets } }: CompactGraph, v: number): number {
  const contacts = offsets[v + 1]! - offsets[v]!;
  let beyond = 0;
  for (let at = offsets[v]!; at < offsets[v + 1]!; at++)
    beyond += offsets[targets[at]! + 1]! - offsets[targets[at]!]! - 1;
  const two = Math.min(beyond, n - 1 - contacts);
  return 1 + contacts + two / 2 + (n - 1 - contacts - two) / 3;
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
