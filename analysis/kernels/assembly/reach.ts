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
    const at = lanesOf<f64>(missing, v);
    v128.store(at, f0); v128.store(at, f1, 16); v128.store(at, f2, 32); v128.store(at, f3, 48);
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
    frontierTies += int(againstOffsets, v + 1) - int(againstOffsets, v);
  }
  let openCount = n;
  let openTies = ties;

  for (let step = 1; frontierCount > 0; step++) {
    let candidates = open;
    let candidateCount = openCount;
    const weights = f64x2(<f64>step, 1 / <f64>step);
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
          v128.store(sum, v128.or(y0, x0));
          v128.store(sum, v128.or(y1, x1), 16);
          v128.store(sum, v128.or(y2, x2), 32);
          v128.store(sum, v128.or(y3, x3), 48);
          // Whether somebody is touched first is a coin's toss here: written down either way, and kept only then.
          setInt(touched, candidateCount, w);
          candidateCount += 1 - <i32>v128.any_true(v128.or(v128.or(y0, y1), v128.or(y2, y3)));
        }
      }
    }

    let still = 0;
    let stillTies = 0;
    let freshCount = 0;
    let freshTies = 0;
    for (let i = 0; i < candidateCount; i++) {
      const v = int(candidates, i);
      const here = lanesOf<f64>(missing, v);
      const target = lanesOf<f64>(far, v);
      let a0 = none, a1 = none, a2 = none, a3 = none;
      if (pushes) {
        a0 = v128.load(target); a1 = v128.load(target, 16); a2 = v128.load(target, 32); a3 = v128.load(target, 48);
      } else {
        for (let tie = entry(alongTargets, int(alongOffsets, v)), last = entry(alongTargets, int(alongOffsets, v + 1)); tie < last; tie += 4) {
          const other = lanesOf<f64>(near, load<i32>(tie));
          a0 = v128.or(a0, v128.load(other));
          a1 = v128.or(a1, v128.load(other, 16));
          a2 = v128.or(a2, v128.load(other, 32));
          a3 = v128.or(a3, v128.load(other, 48));
        }
      }
      const s0 = v128.load(here), s1 = v128.load(here, 16), s2 = v128.load(here, 32), s3 = v128.load(here, 48);
      a0 = v128.and(a0, s0); a1 = v128.and(a1, s1); a2 = v128.and(a2, s2); a3 = v128.and(a3, s3);
      let missed = v128.or(v128.or(s0, s1), v128.or(s2, s3));
      if (v128.any_true(v128.or(v128.or(a0, a1), v128.or(a2, a3)))) {
        v128.store(target, a0); v128.store(target, a1, 16); v128.store(target, a2, 32); v128.store(target, a3, 48);
        const t0 = v128.xor(s0, a0), t1 = v128.xor(s1, a1), t2 = v128.xor(s2, a2), t3 = v128.xor(s3, a3);
        v128.store(here, t0); v128.store(here, t1, 16); v128.store(here, t2, 32); v128.store(here, t3, 48);
        missed = v128.or(v128.or(t0, t1), v128.or(t2, t3));
        const found = f64x2.splat(<f64>bitsOf(a0, a1, a2, a3));
        const row = result + ((<usize>v) << 4);
        v128.store(row, f64x2.add(v128.load(row), f64x2.mul(found, weights)));
        // The list of those touched is read ahead of where it is written.
        setInt(touched, freshCount++, v);
        freshTies += int(againstOffsets, v + 1) - int(againstOffsets, v);
      } else if (pushes) {
        clear(target);
      }
      if (!pushes && v128.any_true(missed)) {
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
  // Whoever is not missed any more is within reach, but for oneself.
  for (let v = 0; v < n; v++) {
    const at = lanesOf<f64>(missing, v);
    const m0 = v128.load(at), m1 = v128.load(at, 16), m2 = v128.load(at, 32), m3 = v128.load(at, 48);
    let reached = count - i32(v >= first && v < first + count);
    if (v128.any_true(v128.or(v128.or(m0, m1), v128.or(m2, m3)))) reached -= bitsOf(m0, m1, m2, m3);
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
function clear(at: usize): void {
  const none = i64x2.splat(0);
  v128.store(at, none); v128.store(at, none, 16); v128.store(at, none, 32); v128.store(at, none, 48);
}
