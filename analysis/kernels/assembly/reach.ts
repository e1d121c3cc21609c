/**
 * Distances to everybody within reach, for 512 sources at a time: a bit for each source, four registers for a member.
 *
 * A member takes over the sources of those next to them, and those that are new arrive at this step: how many they are
 * is all that sums of distances need, so no distance is ever stored. Members whom all sources have reached are left
 * alone. A step with a small frontier pushes, a step with a large one pulls. Plain twin: test/analysis/kernels/twins.
 * Then et al. 2014, doi:10.14778/2735496.2735507.
 */
import { lanesOf } from './lanes';
import { entry, int, real, setInt, setReal } from './memory';

const SOURCES: i32 = 512;

/**
 * `result`: per member, in a row, how many of the sources `begin` … `end` − 1 are within reach, the sum of distances to
 * them, and the sum of 1/distance; last, the largest distance.
 * `along`: the ties by which a member reaches others; `against`: the same turned round.
 * Work: `seen`, `near`, `far` 64n bytes, zero before and after; `frontier`, `touched`, `open` n int32, as they come.
 */
export function reach(
  begin: i32, end: i32, result: usize,
  alongOffsets: usize, alongTargets: usize, againstOffsets: usize, againstTargets: usize,
  seen: usize, near: usize, far: usize, frontier: usize, touched: usize, open: usize,
  n: i32, ties: i32,
): void {
  for (let first = begin; first < end; first += SOURCES) {
    batch(first, min(SOURCES, end - first), result, alongOffsets, alongTargets, againstOffsets, againstTargets, seen, near, far, frontier, touched, open, n, ties);
  }
}

function batch(
  first: i32, count: i32, result: usize,
  alongOffsets: usize, alongTargets: usize, againstOffsets: usize, againstTargets: usize,
  seen: usize, near: usize, far: usize, frontier: usize, touched: usize, open: usize,
  n: i32, ties: i32,
): void {
  const longest = 3 * n;
  const none = i64x2.splat(0);
  const f0 = sourcesAmong(count, 0), f1 = sourcesAmong(count, 128), f2 = sourcesAmong(count, 256), f3 = sourcesAmong(count, 384);
  let frontierCount = 0;
  let frontierTies = 0;
  for (let source = 0; source < count; source++) {
    const v = first + source;
    const word = (<usize>(source >> 6)) << 3;
    const bit = (<u64>1) << (<u64>(source & 63));
    store<u64>(lanesOf<f64>(seen, v) + word, bit);
    store<u64>(lanesOf<f64>(near, v) + word, bit);
    setInt(frontier, frontierCount++, v);
    frontierTies += int(againstOffsets, v + 1) - int(againstOffsets, v);
  }
  let openCount = n;
  let openTies = ties;
  for (let v = 0; v < n; v++) setInt(open, v, v);

  for (let step = 1; frontierCount > 0; step++) {
    let candidates = open;
    let candidateCount = openCount;
    const nearness = 1 / <f64>step;
    const pushes = frontierTies * 2 < openTies;
    if (pushes) {
      candidates = touched;
      candidateCount = 0;
      for (let i = 0; i < frontierCount; i++) {
        const v = int(frontier, i);
        const own = lanesOf<f64>(near, v);
        const x0 = v128.load(own), x1 = v128.load(own, 16), x2 = v128.load(own, 32), x3 = v128.load(own, 48);
        for (let tie = int(againstOffsets, v), last = int(againstOffsets, v + 1); tie < last; tie++) {
          const w = int(againstTargets, tie);
          const sum = lanesOf<f64>(far, w);
          const y0 = v128.load(sum), y1 = v128.load(sum, 16), y2 = v128.load(sum, 32), y3 = v128.load(sum, 48);
          if (!v128.any_true(v128.or(v128.or(y0, y1), v128.or(y2, y3)))) setInt(touched, candidateCount++, w);
          v128.store(sum, v128.or(y0, x0));
          v128.store(sum, v128.or(y1, x1), 16);
          v128.store(sum, v128.or(y2, x2), 32);
          v128.store(sum, v128.or(y3, x3), 48);
        }
      }
    }

    let still = 0;
    let stillTies = 0;
    let freshCount = 0;
    let freshTies = 0;
    for (let i = 0; i < candidateCount; i++) {
      const v = int(candidates, i);
      const here = lanesOf<f64>(seen, v);
      const target = lanesOf<f64>(far, v);
      let a0 = none, a1 = none, a2 = none, a3 = none;
      if (pushes) {
        a0 = v128.load(target); a1 = v128.load(target, 16); a2 = v128.load(target, 32); a3 = v128.load(target, 48);
      } else {
        if (isAll(v128.load(here), v128.load(here, 16), v128.load(here, 32), v128.load(here, 48), f0, f1, f2, f3)) continue;
        for (let tie = entry(alongTargets, int(alongOffsets, v)), last = entry(alongTargets, int(alongOffsets, v + 1)); tie < last; tie += 4) {
          const other = lanesOf<f64>(near, load<i32>(tie));
          a0 = v128.or(a0, v128.load(other));
          a1 = v128.or(a1, v128.load(other, 16));
          a2 = v128.or(a2, v128.load(other, 32));
          a3 = v128.or(a3, v128.load(other, 48));
        }
      }
      // Only now: kept in registers through the walk above, they would push its sums out into memory.
      const s0 = v128.load(here), s1 = v128.load(here, 16), s2 = v128.load(here, 32), s3 = v128.load(here, 48);
      a0 = v128.andnot(a0, s0); a1 = v128.andnot(a1, s1); a2 = v128.andnot(a2, s2); a3 = v128.andnot(a3, s3);
      let complete = false;
      if (v128.any_true(v128.or(v128.or(a0, a1), v128.or(a2, a3)))) {
        v128.store(target, a0); v128.store(target, a1, 16); v128.store(target, a2, 32); v128.store(target, a3, 48);
        const found = <f64>bitsOf(a0, a1, a2, a3);
        const row = 3 * v;
        setReal(result, row, real(result, row) + found);
        setReal(result, row + 1, real(result, row + 1) + found * <f64>step);
        setReal(result, row + 2, real(result, row + 2) + found * nearness);
        const t0 = v128.or(s0, a0), t1 = v128.or(s1, a1), t2 = v128.or(s2, a2), t3 = v128.or(s3, a3);
        v128.store(here, t0); v128.store(here, t1, 16); v128.store(here, t2, 32); v128.store(here, t3, 48);
        complete = isAll(t0, t1, t2, t3, f0, f1, f2, f3);
        // The list of those touched is read ahead of where it is written.
        setInt(touched, freshCount++, v);
        freshTies += int(againstOffsets, v + 1) - int(againstOffsets, v);
      } else if (pushes) {
        clear(target);
      }
      if (!pushes && !complete) {
        setInt(open, still++, v);
        stillTies += int(alongOffsets, v + 1) - int(alongOffsets, v);
      }
    }
    if (!pushes) {
      openCount = still;
      openTies = stillTies;
    }
    if (freshCount > 0 && <f64>step > real(result, longest)) setReal(result, longest, <f64>step);
    for (let i = 0; i < frontierCount; i++) clear(lanesOf<f64>(near, int(frontier, i)));
    const swapLanes = near;
    near = far;
    far = swapLanes;
    const swapList = frontier;
    frontier = touched;
    touched = swapList;
    frontierCount = freshCount;
    frontierTies = freshTies;
  }
  memory.fill(seen, 0, (<usize>n) << 6);
}

/** The bits of those of the 128 sources from `from` on that are among the first `count`. */
function sourcesAmong(count: i32, from: i32): v128 {
  return i64x2(word(count - from), word(count - from - 64));
}

function word(bits: i32): i64 {
  if (bits <= 0) return 0;
  return bits >= 64 ? -1 : <i64>(((<u64>1) << <u64>bits) - 1);
}

@inline
function isAll(s0: v128, s1: v128, s2: v128, s3: v128, f0: v128, f1: v128, f2: v128, f3: v128): bool {
  return !v128.any_true(v128.or(v128.or(v128.xor(s0, f0), v128.xor(s1, f1)), v128.or(v128.xor(s2, f2), v128.xor(s3, f3))));
}

/** How many bits are set in four registers: at most 32 in a byte, so bytes add up before they are widened. */
@inline
function bitsOf(a: v128, b: v128, c: v128, d: v128): i32 {
  const bytes = i8x16.add(i8x16.add(i8x16.popcnt(a), i8x16.popcnt(b)), i8x16.add(i8x16.popcnt(c), i8x16.popcnt(d)));
  const words = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
  return i32x4.extract_lane(words, 0) + i32x4.extract_lane(words, 1) + i32x4.extract_lane(words, 2) + i32x4.extract_lane(words, 3);
}

@inline
function clear(at: usize): void {
  const none = i64x2.splat(0);
  v128.store(at, none); v128.store(at, none, 16); v128.store(at, none, 32); v128.store(at, none, 48);
}
