/**
 * Networks that have everybody's number of ties and nothing else in common with the one observed: what a figure is
 * compared with to see whether it matters who is tied to whom.
 *
 * One swap takes two ties, a → b and c → d, and makes them a → d and c → b, unless that makes a self-tie or a tie that is
 * there already; then nothing is done, and it counts all the same (skipping it would favour networks with fewer ways on).
 * Undirected ties are laid one way or the other at random first. Every swap is as likely as its undoing, so that all
 * networks of these degrees come up alike in the end (in rare directed ones a circle of three can only turn by going
 * through others). About 20 swaps a tie forget where they came from: Milo, Kashtan, Itzkovitz, Newman & Alon 2003,
 * arXiv:cond-mat/0312028.
 *
 * All samples start from one network that is a sample itself, a full run of swaps away from the observed one. Seen from
 * there the observed network is one sample among the others, so that a p-value counted over them is exact however long a
 * run is: Besag & Clifford 1989, doi:10.1093/biomet/76.4.633.
 */
import { type CompactGraph, forEachTie } from '../graph/compact.ts';
import type { Random } from './random.ts';

/** Ties by their two ends; undirected, in either order. Strengths stay with the first end. */
export interface TieEnds {
  from: Int32Array;
  to: Int32Array;
  strength: Float64Array;
}

export interface Rewiring {
  samples: number;
  swapsPerTie: number;
  random: Random;
}

export function tieEnds(graph: CompactGraph): TieEnds {
  const ends = {
    from: new Int32Array(graph.m),
    to: new Int32Array(graph.m),
    strength: new Float64Array(graph.m),
  };
  let at = 0;
  forEachTie(graph, (from, to, strength) => {
    ends.from[at] = from;
    ends.to[at] = to;
    ends.strength[at++] = strength;
  });
  return ends;
}

/** @returns the statistic of each rewired network. It is given the same arrays every time, and must not keep them. */
export function overRewired<T>(
  graph: CompactGraph,
  { samples, swapsPerTie, random }: Rewiring,
  statistic: (ties: TieEnds) => T,
): T[] {
  const centre = tieEnds(graph);
  const swaps = swapsPerTie * graph.m;
  swapEnds(graph, centre, swaps, random);
  const ties = { from: centre.from.slice(), to: centre.to.slice(), strength: centre.strength };
  return Array.from({ length: samples }, () => {
    ties.from.set(centre.from);
    ties.to.set(centre.to);
    swapEnds(graph, ties, swaps, random);
    return statistic(ties);
  });
}

/** Carries out so many swaps, the vain ones counted, in place. */
export function swapEnds(
  { n, directed }: Pick<CompactGraph, 'n' | 'directed'>,
  { from, to }: Pick<TieEnds, 'from' | 'to'>,
  swaps: number,
  random: Random,
): void {
  const ties = from.length;
  const key = directed
    ? (v: number, w: number): number => v * n + w
    : (v: number, w: number): number => (v < w ? v * n + w : w * n + v);
  const there = keySet(n * n);
  for (let at = 0; at < ties; at++) there.add(key(from[at]!, to[at]!));
  for (let swap = 0; swap < swaps; swap++) {
    const one = random.below(ties);
    const other = random.below(ties);
    if (!directed && random.below(2) === 1) {
      const end = from[other]!;
      from[other] = to[other]!;
      to[other] = end;
    }
    const [a, b, c, d] = [from[one]!, to[one]!, from[other]!, to[other]!];
    if (a === d || c === b || there.has(key(a, d)) || there.has(key(c, b))) continue;
    there.delete(key(a, b));
    there.delete(key(c, d));
    there.add(key(a, d));
    there.add(key(c, b));
    to[one] = d;
    to[other] = b;
  }
}

interface KeySet {
  has(key: number): boolean;
  add(key: number): unknown;
  delete(key: number): unknown;
}

/** Up to 16 MiB: some 11,500 members. */
const MOST_BITS = 2 ** 27;

/** A set of whole numbers below a bound: a bit for each where that fits, which is several times faster. */
function keySet(bound: number): KeySet {
  if (bound > MOST_BITS) return new Set<number>();
  const words = new Int32Array(Math.ceil(bound / 32));
  return {
    has: (key) => (words[key >> 5]! & (1 << (key & 31))) !== 0,
    add(key) {
      words[key >> 5]! |= 1 << (key & 31);
    },
    delete(key) {
      words[key >> 5]! &= ~(1 << (key & 31));
    },
  };
}
