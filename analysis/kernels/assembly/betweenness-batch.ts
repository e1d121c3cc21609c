/**
 * Betweenness of eight sources at a time, for networks in which most members are a few steps from each other.
 *
 * Brandes' algorithm in levels. Forward, shortest ways are counted (path-counts.ts). Back, each member's share
 * 1/paths + what lies beyond is gathered by the level before; since only the level beyond holds anything but zero, no
 * distance is ever compared. Where that level is a small one, its members hand their shares over instead. All eight
 * searches go through the same neighbour lists at once.
 *
 * Plain twin: test/analysis/kernels/twins/brandes.ts. Brandes 2001, doi:10.1080/0022250X.2001.9990249; several sources:
 * Then et al. 2014, doi:10.14778/2735496.2735507.
 */
import { clearLanes, LANES, laneMask, lanesOf } from './lanes';
import { byte, entry, int, real, setReal } from './memory';
import { countPaths, TOO_MANY } from './path-counts';

/**
 * Adds to `score` (n float64) the shares of those at `begin` … `end` − 1 among `sources`.
 * Work, zero before and after: `paths`, `near`, `far`, `sums` 8n float64; `list` 8n int32 and `who` 8n bytes (member and lanes
 * of each level in turn), `levels` n + 2 int32 (where a level starts in the list), `open` and `touched` n int32,
 * `reached` n bytes.
 */
export function betweennessBatch(
  begin: i32, end: i32, score: usize,
  outOffsets: usize, outTargets: usize, inOffsets: usize, inTargets: usize, sources: usize,
  paths: usize, near: usize, far: usize, sums: usize, list: usize, who: usize, levels: usize, open: usize, touched: usize, reached: usize,
  n: i32, ties: i32,
): void {
  // Counts in float32 lie in the half of `near` that numbers of half the size leave free.
  const half = (<usize>n) << 5;
  const shortPaths = near + half;
  for (let first = begin; first < end; first += LANES) {
    const count = min(LANES, end - first);
    let levelCount = countPaths<f32>(first, count, outOffsets, outTargets, inOffsets, inTargets, sources, shortPaths, near, far, list, who, levels, open, touched, reached, n, ties);
    if (levelCount == TOO_MANY) {
      memory.fill(near, 0, 2 * half);
      memory.fill(far, 0, half);
      levelCount = countPaths<f64>(first, count, outOffsets, outTargets, inOffsets, inTargets, sources, paths, near, far, list, who, levels, open, touched, reached, n, ties);
    } else {
      widen(shortPaths, paths, list, int(levels, levelCount));
    }
    handBack(levelCount, score, outOffsets, outTargets, inOffsets, inTargets, paths, near, far, sums, list, who, levels);
  }
}

/** Moves counts from float32 to float64, and leaves zero where they were. Who is listed more than once is moved once. */
function widen(short: usize, paths: usize, list: usize, listed: i32): void {
  for (let i = 0; i < listed; i++) {
    const v = int(list, i);
    const from = lanesOf<f32>(short, v);
    const low = v128.load(from), high = v128.load(from, 16);
    if (!v128.any_true(v128.or(low, high))) continue;
    const to = lanesOf<f64>(paths, v);
    v128.store(to, f64x2.promote_low_f32x4(low));
    v128.store(to, f64x2.promote_low_f32x4(v128.shuffle<i64>(low, low, 1, 1)), 16);
    v128.store(to, f64x2.promote_low_f32x4(high), 32);
    v128.store(to, f64x2.promote_low_f32x4(v128.shuffle<i64>(high, high, 1, 1)), 48);
    clearLanes<f32>(from);
  }
}

function handBack(
  levelCount: i32, score: usize, outOffsets: usize, outTargets: usize, inOffsets: usize, inTargets: usize,
  paths: usize, near: usize, far: usize, sums: usize, list: usize, who: usize, levels: usize,
): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const last = levelCount - 1;
  for (let l = last; l > 0; l--) {
    const pushes = l < last && isSmallBeside(list, levels, l, outOffsets, inOffsets);
    if (pushes) push(near, sums, list, levels, l + 1, inOffsets, inTargets);
    for (let i = int(levels, l), to = int(levels, l + 1); i < to; i++) {
      const v = int(list, i);
      let a0 = zero, a1 = zero, a2 = zero, a3 = zero;
      if (pushes) {
        const sum = lanesOf<f64>(sums, v);
        a0 = v128.load(sum); a1 = v128.load(sum, 16); a2 = v128.load(sum, 32); a3 = v128.load(sum, 48);
      } else if (l < last) {
        for (let tie = entry(outTargets, int(outOffsets, v)), end = entry(outTargets, int(outOffsets, v + 1)); tie < end; tie += 4) {
          const beyond = lanesOf<f64>(near, load<i32>(tie));
          a0 = f64x2.add(a0, v128.load(beyond));
          a1 = f64x2.add(a1, v128.load(beyond, 16));
          a2 = f64x2.add(a2, v128.load(beyond, 32));
          a3 = f64x2.add(a3, v128.load(beyond, 48));
        }
      }
      const mask = i64x2.splat(<i64>byte(who, i));
      const m0 = laneMask(mask, i64x2(1, 2)), m1 = laneMask(mask, i64x2(4, 8)), m2 = laneMask(mask, i64x2(16, 32)), m3 = laneMask(mask, i64x2(64, 128));
      const counts = lanesOf<f64>(paths, v);
      const s0 = v128.load(counts), s1 = v128.load(counts, 16), s2 = v128.load(counts, 32), s3 = v128.load(counts, 48);
      if (l < last) {
        const through = f64x2.add(
          f64x2.add(v128.and(f64x2.mul(s0, a0), m0), v128.and(f64x2.mul(s1, a1), m1)),
          f64x2.add(v128.and(f64x2.mul(s2, a2), m2), v128.and(f64x2.mul(s3, a3), m3)),
        );
        setReal(score, v, real(score, v) + f64x2.extract_lane(through, 0) + f64x2.extract_lane(through, 1));
      }
      const share = lanesOf<f64>(far, v);
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s0), a0), m0));
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s1), a1), m1), 16);
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s2), a2), m2), 32);
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s3), a3), m3), 48);
    }
    if (pushes) clearPushed(sums, list, levels, l + 1, inOffsets, inTargets);
    if (l < last) for (let i = int(levels, l + 1), to = int(levels, l + 2); i < to; i++) clearLanes<f64>(lanesOf<f64>(near, int(list, i)));
    const swap = near;
    near = far;
    far = swap;
  }
  if (last >= 1) for (let i = int(levels, 1), to = int(levels, 2); i < to; i++) clearLanes<f64>(lanesOf<f64>(near, int(list, i)));
  for (let i = 0, to = int(levels, levelCount); i < to; i++) clearLanes<f64>(lanesOf<f64>(paths, int(list, i)));
}

/** To push over a tie and to clear away what was pushed costs as much as to gather over so many. */
const PUSH_COST: i32 = 3;

/** Whether fewer ties lead to the level beyond `l` than away from `l`, by as much as makes up for the cost of pushing. */
function isSmallBeside(list: usize, levels: usize, l: i32, outOffsets: usize, inOffsets: usize): bool {
  const from = int(levels, l), to = int(levels, l + 1), end = int(levels, l + 2);
  if ((end - to) * PUSH_COST > to - from) return false;
  let pushed = 0, gathered = 0;
  for (let i = to; i < end; i++) pushed += int(inOffsets, int(list, i) + 1) - int(inOffsets, int(list, i));
  for (let i = from; i < to; i++) gathered += int(outOffsets, int(list, i) + 1) - int(outOffsets, int(list, i));
  return pushed * PUSH_COST < gathered;
}

/** Adds what the members of a level hold to the sums of those who name them. */
function push(near: usize, sums: usize, list: usize, levels: usize, level: i32, inOffsets: usize, inTargets: usize): void {
  for (let i = int(levels, level), to = int(levels, level + 1); i < to; i++) {
    const w = int(list, i);
    const own = lanesOf<f64>(near, w);
    const x0 = v128.load(own), x1 = v128.load(own, 16), x2 = v128.load(own, 32), x3 = v128.load(own, 48);
    for (let tie = entry(inTargets, int(inOffsets, w)), end = entry(inTargets, int(inOffsets, w + 1)); tie < end; tie += 4) {
      const sum = lanesOf<f64>(sums, load<i32>(tie));
      v128.store(sum, f64x2.add(v128.load(sum), x0));
      v128.store(sum, f64x2.add(v128.load(sum, 16), x1), 16);
      v128.store(sum, f64x2.add(v128.load(sum, 32), x2), 32);
      v128.store(sum, f64x2.add(v128.load(sum, 48), x3), 48);
    }
  }
}

function clearPushed(sums: usize, list: usize, levels: usize, level: i32, inOffsets: usize, inTargets: usize): void {
  for (let i = int(levels, level), to = int(levels, level + 1); i < to; i++) {
    const w = int(list, i);
    for (let tie = entry(inTargets, int(inOffsets, w)), end = entry(inTargets, int(inOffsets, w + 1)); tie < end; tie += 4) {
      clearLanes<f64>(lanesOf<f64>(sums, load<i32>(tie)));
    }
  }
}
