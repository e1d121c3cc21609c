/**
 * The k members who together meet the most sets: greedily, looking again only at whom it may concern.
 *
 * Meeting sets is submodular: what a member adds never grows as others are chosen. So the greedy set has at least
 * 1 − 1/e of the best (Nemhauser, Wolsey & Fisher 1978, doi:10.1007/BF01588971), and a gain that was worked out earlier
 * bounds today's: whoever stays on top after a fresh look is the best, and nobody else need be looked at (Minoux 1978;
 * "CELF", Leskovec et al. 2007, doi:10.1145/1281192.1281239). The choice is that of the plain greedy, ties by number.
 *
 * How far it can be from the best is known better than 1 − 1/e once it is chosen: the best k add at most the k largest
 * gains that are left, so that best ≤ met + those gains.
 */
import { LargestFirst } from './largest-first.ts';
import type { ReverseSets } from './reverse-sets.ts';

export interface Cover {
  /** In the order in which they were chosen. */
  chosen: number[];
  /** Sets that the chosen meet. */
  met: number;
  /** No k members meet more than so many. */
  mostPossible: number;
  /** How often a gain was worked out; the plain greedy would take n for each that is chosen. */
  looks: number;
}

export function lazyCover(n: number, sets: ReverseSets, candidates: readonly number[], k: number): Cover {
  const of = setsByMember(n, sets);
  const isMet = new Uint8Array(sets.count);
  let looks = 0;
  const gain = (v: number): number => {
    looks++;
    let fresh = 0;
    for (let at = of.offsets[v]!; at < of.offsets[v + 1]!; at++) if (isMet[of.sets[at]!] === 0) fresh++;
    return fresh;
  };

  const queue = new LargestFirst(n);
  const gains = new Int32Array(n);
  // For how many chosen a gain was worked out last: below today's number it is a bound, no gain.
  const lookedAt = new Int32Array(n);
  const look = (v: number, chosenBefore: number): void => {
    lookedAt[v] = chosenBefore;
    gains[v] = gain(v);
    queue.push(v, gains[v]!);
  };
  for (const v of candidates) look(v, 0);
  const chosen: number[] = [];
  let met = 0;
  while (chosen.length < k && queue.size > 0) {
    const v = queue.pop();
    if (lookedAt[v] !== chosen.length) {
      look(v, chosen.length);
      continue;
    }
    met += gains[v]!;
    chosen.push(v);
    for (let at = of.offsets[v]!; at < of.offsets[v + 1]!; at++) isMet[of.sets[at]!] = 1;
  }

  const chosenLooks = looks;
  const left = candidates.map(gain).sort((a, b) => b - a);
  const byGains = met + left.slice(0, chosen.length).reduce((sum, gained) => sum + gained, 0);
  const byTheory = met / (1 - (1 - 1 / Math.max(1, chosen.length)) ** chosen.length);
  return { chosen, met, mostPossible: Math.min(byGains, byTheory, sets.count), looks: chosenLooks };
}

/** How many of the sets a choice of members meets. */
export function metBy(members: readonly number[], sets: ReverseSets): number {
  const chosen = new Set(members);
  let met = 0;
  for (let s = 0; s < sets.count; s++) {
    for (let at = sets.offsets[s]!; at < sets.offsets[s + 1]!; at++) {
      if (!chosen.has(sets.members[at]!)) continue;
      met++;
      break;
    }
  }
  return met;
}

function setsByMember(n: number, { count, offsets, members }: ReverseSets): { offsets: Int32Array; sets: Int32Array } {
  const starts = new Int32Array(n + 1);
  for (const v of members) starts[v + 1]!++;
  for (let v = 0; v < n; v++) starts[v + 1]! += starts[v]!;
  const next = starts.slice(0, n);
  const sets = new Int32Array(members.length);
  for (let s = 0; s < count; s++) {
    for (let at = offsets[s]!; at < offsets[s + 1]!; at++) sets[next[members[at]!]!++] = s;
  }
  return { offsets: starts, sets };
}
