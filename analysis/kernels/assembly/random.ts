/**
 * Chance in the kernels: sfc32 as in analysis/inference/random.ts, the runs of a simulation or permutation side by side.
 *
 * Each run has a stream of its own, begun at the four words of the stream's name and the run's number, so that what a
 * run draws hangs neither on the other runs nor on who computes them. A stream's state is four words; four streams lie
 * in four registers, 64 bytes: all first words, all second words, and so on.
 */

const WARM_UP: i32 = 15;

/** Writes to `state` the streams of the runs `run` … `run` + 3, ready to be drawn from. */
export function openStreams(state: usize, a: i32, b: i32, c: i32, counter: i32, run: i32): void {
  v128.store(state, i32x4.splat(a));
  v128.store(state, i32x4.splat(b), 16);
  v128.store(state, v128.xor(i32x4.splat(c), i32x4.add(i32x4.splat(run), i32x4(0, 1, 2, 3))), 32);
  v128.store(state, i32x4.splat(counter), 48);
  for (let round = 0; round < WARM_UP; round++) draw(state);
}

/** The next word of each of the four streams. */
@inline
export function draw(state: usize): v128 {
  const a = v128.load(state), b = v128.load(state, 16), c = v128.load(state, 32), counter = v128.load(state, 48);
  const sum = i32x4.add(i32x4.add(a, b), counter);
  v128.store(state, v128.xor(b, i32x4.shr_u(b, 9)));
  v128.store(state, i32x4.add(c, i32x4.shl(c, 3)), 16);
  v128.store(state, i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), sum), 32);
  v128.store(state, i32x4.add(counter, i32x4.splat(1)), 48);
  return sum;
}

/** Turns four words into whole numbers below `limit`, two in each register: word · limit / 2³², rounded down. */
@inline
export function belowLow(words: v128, limit: i32): v128 {
  return i64x2.shr_u(i64x2.extmul_low_i32x4_u(words, i32x4.splat(limit)), 32);
}

@inline
export function belowHigh(words: v128, limit: i32): v128 {
  return i64x2.shr_u(i64x2.extmul_high_i32x4_u(words, i32x4.splat(limit)), 32);
}
