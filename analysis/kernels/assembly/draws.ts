/**
 * Chance inside a kernel: numbers that depend on the run, the member and a count alone, never on what was drawn before.
 *
 * So a tie passes in run 17 whether the practice came this way early or late, from these seeds or from those, with other
 * ties added or without: two arms of a simulation are held against each other on the very same draws.
 *
 * The mixing is MurmurHash3's (Appleby 2011) over a Weyl sequence, as in SplitMix (Steele, Lea & Flood 2014,
 * doi:10.1145/2660193.2660195): 32-bit integers alone, so that every machine draws the same. A run's two key words come
 * from a named stream of analysis/inference/random.ts. Twin: test/analysis/simulation/twins.ts.
 */
import { int } from './memory';

/** 2³² divided by the golden ratio: steps of it visit all 32-bit numbers, spread evenly. */
export const STEP: i32 = 0x9e3779b9;

/** All bits of the result hang on all bits of what is given. */
@inline
export function mixed(x: i32): u32 {
  x = (x ^ (x >>> 16)) * 0x85ebca6b;
  x = (x ^ (x >>> 13)) * 0xc2b2ae35;
  return <u32>(x ^ (x >>> 16));
}

/** Where the stream of a member begins in a run; its draws are `mixed(start + STEP)`, `mixed(start + 2 · STEP)` … */
@inline
export function streamOf(keys: usize, run: i32, member: i32): i32 {
  return <i32>mixed(int(keys, 2 * run) + member * STEP) + int(keys, 2 * run + 1);
}

/** The one draw of a tie that is not among those that are there. */
@inline
export function drawOfAdded(keys: usize, run: i32, from: i32, to: i32): u32 {
  return mixed((<i32>mixed(int(keys, 2 * run + 1) + from * STEP) ^ int(keys, 2 * run)) + to * STEP);
}

/**
 * How many tries fail before the first that succeeds, at most `most`: where it is `most`, the next draw goes on from
 * there, since tries have no memory. `least` holds, as unsigned 32-bit numbers, the chance of at least k failures at k;
 * `begin`, for each value of the upper ten bits of a draw, where to begin to look.
 */
@inline
export function failures(draw: u32, least: usize, begin: usize, most: i32): i32 {
  let count = int(begin, draw >>> 22);
  while (count < most && draw < <u32>int(least, count + 1)) count++;
  return count;
}
