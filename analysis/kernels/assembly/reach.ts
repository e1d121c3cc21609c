/**
 * Distances to everybody within reach, for 512 sources at a time: a bit for each source, four registers for a member.
 *
 * A member takes over the sources of those next to them, and those that were missing arrive at this step: how many they
 * are is all that sums of distances need, so no distance is ever stored. Who misses nobody any more is left alone. A step
 * with a small frontier pushes, a step with a large one pulls. Plain twin: test/analysis/kernels/twins.
 * Then et al. 2014, doi:10.14778/2735496.2735507.
 */
import { lanesOf } from './lanes';
import { entry, int, real, setInt, setReal } from './memory';

const SOURCES: i32 = 512;

/**
 * `result`: per member, side by side, the sums of distances and of 1/distance to those of the sources `begin` … `end` − 1
 * that are within reach; then, per member, how many they are; last, the largest distance.
 * `along`: the ties by which a member reaches others; `against`: the same turned round.
 * Work: `near`, `far` 64n bytes, zero before and after; `missing` 64n bytes, `frontier`, `touched` n + 1 int32, `open` n,
 * as they come.
 */
export function reach(
  begin: i32, end: i32, result: usize,
  alongOffsets: usize, alongTargets: usize, againstOffsets: usize, againstTargets: usize,
  missing: usize, near: usize, far: usize, frontier: usize, touched: usize, open: usize,
  n: i32, ties: i32,
): void {
  for (let first = begin; first < end; first += SOURCES) {
    batch(first, min(SOURCES, end - first), result, alongOffsets, alongTargets, againstOffsets, againstTargets, missing, near, far, frontier, touched, open, n, ties);
  }
}

function batch(
  first: i32, count: i32, result: usize,
  alongOffsets: usize, alongTargets: usize, againstOffsets: usize, againstTargets: usize,
  missing: usize, near: usize, far: usize, frontier: usize, touched: usize, open: usize,
  n: i32, ties: i32,
): void {
  const longest = 3 * n;
  const none = i64x2.splat(0);
  const f0 = sourcesAmong(count, 0), f1 = sourcesAmong(count, 128), f2 = sourcesAmong(count, 256), f3 = sourcesAmong(count, 384);
  for (let v = 0; v < n; v++) {
    keep(lanesOf<f64>(missing, v), f0, f1, f2, f3);
    setInt(open, v, v);
  }
  let frontierCount = 0;
  let frontierTies = 0;
  for (let source = 0; source < count; source++) {
    const v = first + source;
    const word = (<usize>(source >> 6)) << 3;
    const bit = (<u64>1) << (<u64>(source & 63));
    const own = lanesOf<f64>(missing, v) + word;
    store<u64>(own, load<u64>(own) & ~bit);
    store<u64>(lanesOf<f64>(near, v) + word, bit);
    setInt(frontier, frontierCount++, v);
    frontierTies += degreeOf(againstOffsets, v);
  }
  let openCount = n;
  let openTies = ties;

  for (let step = 1; frontierCount > 0; step++) {
    const weights = f64x2(<f64>step, 1 / <f64>step);
    let freshCount = 0;
    let freshTies = 0;
    if (frontierTies * 2 < openTies) {
      let touchedCount = 0;
      for (let i = 0; i < frontierCount; i++) {
        const v = int(frontier, i);
        const own = lanesOf<f64>(near, v);
        const x0 = v128.load(own), x1 = v128.load(own, 16), x2 = v128.load(own, 32), x3 = v128.load(own, 48);
        for (let tie = int(againstOffsets, v), last = int(againstOffsets, v + 1); tie < last; tie++) {
          const w = int(againstTargets, tie);
          const sum = lanesOf<f64>(far, w);
          const y0 = v128.load(sum), y1 = v128.load(sum, 16), y2 = v128.load(sum, 32), y3 = v128.load(sum, 48);
          keep(sum, v128.or(y0, x0), v128.or(y1, x1), v128.or(y2, x2), v128.or(y3, x3));
          // Whether somebody is touched first is a coin's toss here: written down either way, and kept only then.
          setInt(touched, touchedCount, w);
          touchedCount += 1 - isAny(y0, y1, y2, y3);
        }
      }
      for (let i = 0; i < touchedCount; i++) {
        const v = int(touched, i);
        const here = lanesOf<f64>(missing, v);
        const got = lanesOf<f64>(far, v);
        const s0 = v128.load(here), s1 = v128.load(here, 16), s2 = v128.load(here, 32), s3 = v128.load(here, 48);
        const a0 = v128.and(v128.load(got), s0), a1 = v128.and(v128.load(got, 16), s1);
        const a2 = v128.and(v128.load(got, 32), s2), a3 = v128.and(v128.load(got, 48), s3);
        keep(got, a0, a1, a2, a3);
        if (!isAny(a0, a1, a2, a3)) continue;
        keep(here, v128.xor(s0, a0), v128.xor(s1, a1), v128.xor(s2, a2), v128.xor(s3, a3));
        countIn(result, v, bitsOf(a0, a1, a2, a3), weights);
        // The list of those touched is read ahead of where it is written.
        setInt(touched, freshCount++, v);
        freshTies += degreeOf(againstOffsets, v);
      }
    } else {
      let still = 0;
      let stillTies = 0;
      for (let i = 0; i < openCount; i++) {
        const v = int(open, i);
        let a0 = none, a1 = none, a2 = none, a3 = none;
        for (let tie = entry(alongTargets, int(alongOffsets, v)), last = entry(alongTargets, int(alongOffsets, v + 1)); tie < last; tie += 4) {
          const other = lanesOf<f64>(near, load<i32>(tie));
          a0 = v128.or(a0, v128.load(other));
          a1 = v128.or(a1, v128.load(other, 16));
          a2 = v128.or(a2, v128.load(other, 32));
          a3 = v128.or(a3, v128.load(other, 48));
        }
        const here = lanesOf<f64>(missing, v);
        const s0 = v128.load(here), s1 = v128.load(here, 16), s2 = v128.load(here, 32), s3 = v128.load(here, 48);
        a0 = v128.and(a0, s0); a1 = v128.and(a1, s1); a2 = v128.and(a2, s2); a3 = v128.and(a3, s3);
        if (isAny(a0, a1, a2, a3)) {
          keep(lanesOf<f64>(far, v), a0, a1, a2, a3);
          const t0 = v128.xor(s0, a0), t1 = v128.xor(s1, a1), t2 = v128.xor(s2, a2), t3 = v128.xor(s3, a3);
          keep(here, t0, t1, t2, t3);
          countIn(result, v, bitsOf(a0, a1, a2, a3), weights);
          setInt(touched, freshCount++, v);
          freshTies += degreeOf(againstOffsets, v);
          if (!isAny(t0, t1, t2, t3)) continue;
        }
        setInt(open, still++, v);
        stillTies += degreeOf(alongOffsets, v);
      }
      openCount = still;
      openTies = stillTies;
    }
    if (freshCount > 0 && <f64>step > real(result, longest)) setReal(result, longest, <f64>step);
    for (let i = 0; i < frontierCount; i++) keep(lanesOf<f64>(near, int(frontier, i)), none, none, none, none);
    const swapLanes = near;
    near = far;
    far = swapLanes;
    const swapList = frontier;
    frontier = touched;
    touched = swapList;
    frontierCount = freshCount;
    frontierTies = freshTies;
  }
  // Whoever is not missed any more is within reach, but for oneself.
  for (let v = 0; v < n; v++) {
    const at = lanesOf<f64>(missing, v);
    const m0 = v128.load(at), m1 = v128.load(at, 16), m2 = v128.load(at, 32), m3 = v128.load(at, 48);
    let reached = count - i32(v >= first && v < first + count);
    if (isAny(m0, m1, m2, m3)) reached -= bitsOf(m0, m1, m2, m3);
    setReal(result, 2 * n + v, real(result, 2 * n + v) + <f64>reached);
  }
}

function sourcesAmong(count: i32, from: i32): v128 {
  return i64x2(word(count - from), word(count - from - 64));
}

function word(bits: i32): i64 {
  if (bits <= 0) return 0;
  return bits >= 64 ? -1 : <i64>(((<u64>1) << <u64>bits) - 1);
}

/** How many bits are set in four registers: word by word, for which processors have an instruction. */
@inline
function bitsOf(a: v128, b: v128, c: v128, d: v128): i32 {
  return <i32>(wordBits(a) + wordBits(b) + wordBits(c) + wordBits(d));
}

@inline
function wordBits(a: v128): i64 {
  return popcnt<i64>(i64x2.extract_lane(a, 0)) + popcnt<i64>(i64x2.extract_lane(a, 1));
}

@inline
function isAny(a: v128, b: v128, c: v128, d: v128): i32 {
  return <i32>v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)));
}

@inline
function keep(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(at, a); v128.store(at, b, 16); v128.store(at, c, 32); v128.store(at, d, 48);
}

/** So many sources have reached `v` at this step. */
@inline
function countIn(result: usize, v: i32, sources: i32, weights: v128): void {
  const row = result + ((<usize>v) << 4);
  v128.store(row, f64x2.add(v128.load(row), f64x2.mul(f64x2.splat(<f64>sources), weights)));
}

@inline
function degreeOf(offsets: usize, v: i32): i32 {
  return int(offsets, v + 1) - int(offsets, v);
}
