/**
 * How many ties lie within groups when labels are shuffled over members: the heart of every test of silos.
 *
 * Sixteen shuffled labellings at once, a byte each: one look at a tie compares all sixteen. Sums of 255 ties fit a byte,
 * and only then are they widened. Plain twin: test/analysis/kernels/twins.
 */
import { entry, int, real, setInt, setReal } from './memory';
import { belowLow, draw, openStreams } from './random';

const RUNS: i32 = 16;
const FOUR: i32 = 4;

/**
 * `result`: for each run `begin` … `end` − 1, the number of ties `from`–`to` whose ends have equal labels. The first
 * `first` members are shuffled among themselves, and the others among themselves.
 * Labels are bytes: up to 256 groups. Work: `four` 4n bytes, `sixteen` 16n bytes, `state` 64 bytes, `counts` 16 bytes; as
 * they come.
 */
export function tiesWithin(
  begin: i32, end: i32, result: usize,
  from: usize, to: usize, labels: usize,
  four: usize, sixteen: usize, state: usize, counts: usize,
  n: i32, ties: i32, first: i32, a: i32, b: i32, c: i32, counter: i32,
): void {
  for (let run = begin; run < end; run += RUNS) {
    for (let part = 0; part < RUNS; part += FOUR) {
      for (let v = 0; v < n; v++) store<u32>(four + ((<usize>v) << 2), 0x01010101 * load<u8>(labels + <usize>v));
      openStreams(state, a, b, c, counter, run + part);
      shuffleFour(four, state, first, n);
      shuffleFour(four, state, 0, first);
      for (let v = 0; v < n; v++) store<u32>(sixteen + ((<usize>v) << 4) + <usize>part, load<u32>(four + ((<usize>v) << 2)));
    }
    const kept = min(RUNS, end - run);
    const across = to - from;
    for (let block = 0; block < ties; block += 255) {
      let equal = i8x16.splat(0);
      let at = entry(from, block);
      const last = entry(from, min(block + 255, ties));
      // Three ties a round: 255 of them are a whole number of rounds.
      for (const whole = last - 8; at < whole; at += 12) {
        const other = at + across;
        equal = i8x16.sub(equal, sameLabels(sixteen, load<i32>(at), load<i32>(other)));
        equal = i8x16.sub(equal, sameLabels(sixteen, load<i32>(at, 4), load<i32>(other, 4)));
        equal = i8x16.sub(equal, sameLabels(sixteen, load<i32>(at, 8), load<i32>(other, 8)));
      }
      for (; at < last; at += 4) equal = i8x16.sub(equal, sameLabels(sixteen, load<i32>(at), load<i32>(at + across)));
      v128.store(counts, equal);
      for (let lane = 0; lane < kept; lane++) {
        const own = run - begin + lane;
        setReal(result, own, real(result, own) + <f64>load<u8>(counts + <usize>lane));
      }
    }
  }
}

/** −1 in each of sixteen bytes, where members `v` and `w` have the same label. */
@inline
function sameLabels(sixteen: usize, v: i32, w: i32): v128 {
  return i8x16.eq(v128.load(sixteen + ((<usize>v) << 4)), v128.load(sixteen + ((<usize>w) << 4)));
}

/** As `tiesWithin`, for labels of any number and ties with weights: the sum of the weights within.
 * Work: `shuffled` 4n bytes, `state` 64 bytes; as they come. */
export function weightWithin(
  begin: i32, end: i32, result: usize,
  from: usize, to: usize, weights: usize, labels: usize,
  shuffled: usize, state: usize,
  n: i32, ties: i32, first: i32, a: i32, b: i32, c: i32, counter: i32,
): void {
  for (let run = begin; run < end; run++) {
    memory.copy(shuffled, labels, (<usize>n) << 2);
    openStreams(state, a, b, c, counter, run);
    shuffle(shuffled, state, first, n);
    shuffle(shuffled, state, 0, first);
    let within: f64 = 0;
    for (let tie = 0; tie < ties; tie++) {
      if (int(shuffled, int(from, tie)) == int(shuffled, int(to, tie))) within += real(weights, tie);
    }
    setReal(result, run - begin, within);
  }
}

/** Shuffles the labels of members `begin` … `end` − 1 (Fisher–Yates). */
function shuffle(labels: usize, state: usize, begin: i32, end: i32): void {
  for (let last = end - 1; last > begin; last--) {
    const other = begin + <i32>i64x2.extract_lane(belowLow(draw(state), last - begin + 1), 0);
    const kept = int(labels, last);
    setInt(labels, last, int(labels, other));
    setInt(labels, other, kept);
  }
}

/**
 * The same for four labellings, the bytes of a word each, by the four streams of `state`. The streams are drawn from as
 * `draw` does, but stay in registers: the shuffles are where the time goes.
 */
function shuffleFour(four: usize, state: usize, begin: i32, end: i32): void {
  const base = four + ((<usize>begin) << 2);
  const one = i32x4.splat(1);
  let a = v128.load(state), b = v128.load(state, 16), c = v128.load(state, 32), counter = v128.load(state, 48);
  let limit = i32x4.splat(end - begin);
  for (let at = base + ((<usize>(end - 1 - begin)) << 2); at > base; at -= 4) {
    const words = i32x4.add(i32x4.add(a, b), counter);
    counter = i32x4.add(counter, one);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), words);
    // As belowLow and belowHigh say, but that the limit stays in its register, and high halves are taken as they lie.
    const low = i64x2.extmul_low_i32x4_u(words, limit);
    const high = i64x2.extmul_high_i32x4_u(words, limit);
    limit = i32x4.sub(limit, one);
    const other0 = base + ((<usize>i32x4.extract_lane(low, 1)) << 2);
    const other1 = base + ((<usize>i32x4.extract_lane(low, 3)) << 2);
    const other2 = base + ((<usize>i32x4.extract_lane(high, 1)) << 2);
    const other3 = base + ((<usize>i32x4.extract_lane(high, 3)) << 2);
    const kept = load<u32>(at);
    const come = <u32>load<u8>(other0) | (<u32>load<u8>(other1, 1) << 8) | (<u32>load<u8>(other2, 2) << 16) | (<u32>load<u8>(other3, 3) << 24);
    store<u8>(other0, kept);
    store<u8>(other1, kept >> 8, 1);
    store<u8>(other2, kept >> 16, 2);
    store<u8>(other3, kept >> 24, 3);
    store<u32>(at, come);
  }
  v128.store(state, a);
  v128.store(state, b, 16);
  v128.store(state, c, 32);
  v128.store(state, counter, 48);
}
