/**
 * Betweenness of eight sources at a time, for networks in which most members are a few steps from each other.
 *
 * Brandes' algorithm in levels. Forward: path counts of a level are the sums of those of the level before; a frontier
 * that touches few ties pushes along them, a large one is pulled by those whom some source has not reached yet. Back:
 * each member's share 1/paths + what lies beyond is gathered by the level before; since only the level beyond holds
 * anything but zero, no distance is ever compared. All eight searches go through the same neighbour lists at once.
 *
 * Plain twin: test/analysis/kernels/twins/brandes.ts. Brandes 2001, doi:10.1080/0022250X.2001.9990249; push and pull: Beamer et al.
 * 2012, doi:10.1109/SC.2012.50; several sources: Then et al. 2014, doi:10.14778/2735496.2735507.
 */
import { clearLanes, LANES, laneMask, lanesOf, lanesSet } from './lanes';
import { byte, entry, int, real, setByte, setInt, setReal } from './memory';

/**
 * Adds to `score` (n float64) the shares of those at `begin` … `end` − 1 among `sources`.
 * Work, zero before and after: `paths`, `near`, `far` 8n float64; `list` 8n int32 and `who` 8n bytes (member and lanes
 * of each level in turn), `levels` n + 2 int32 (where a level starts in the list), `open` and `touched` n int32,
 * `reached` n bytes.
 */
export function betweennessBatch(
  begin: i32, end: i32, score: usize,
  outOffsets: usize, outTargets: usize, inOffsets: usize, inTargets: usize, sources: usize,
  paths: usize, near: usize, far: usize, list: usize, who: usize, levels: usize, open: usize, touched: usize, reached: usize,
  n: i32, ties: i32,
): void {
  for (let first = begin; first < end; first += LANES) {
    const count = min(LANES, end - first);
    batch(first, count, score, outOffsets, outTargets, inOffsets, inTargets, sources, paths, near, far, list, who, levels, open, touched, reached, n, ties);
  }
}

function batch(
  first: i32, count: i32, score: usize,
  outOffsets: usize, outTargets: usize, inOffsets: usize, inTargets: usize, sources: usize,
  paths: usize, near: usize, far: usize, list: usize, who: usize, levels: usize, open: usize, touched: usize, reached: usize,
  n: i32, ties: i32,
): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const everyone = (1 << count) - 1;
  memory.fill(reached, 0, n);
  setInt(levels, 0, 0);
  for (let lane = 0; lane < count; lane++) {
    const source = int(sources, first + lane);
    store<f64>(lanesOf(paths, source) + (lane << 3), 1);
    store<f64>(lanesOf(near, source) + (lane << 3), 1);
    setByte(reached, source, 1 << lane);
    setInt(list, lane, source);
    setByte(who, lane, 1 << lane);
  }
  let tail = count;
  setInt(levels, 1, tail);

  let level = 0;
  let openCount = -1;
  let openTies = ties;
  for (;;) {
    const from = int(levels, level);
    const to = int(levels, level + 1);
    if (from == to) break;
    let frontierTies = 0;
    for (let i = from; i < to; i++) {
      const v = int(list, i);
      frontierTies += int(outOffsets, v + 1) - int(outOffsets, v);
    }
    if (frontierTies * 2 < openTies) {
      // Push: add the frontier's path counts to whom it names, then keep those whom a source reaches for the first time.
      let touchedCount = 0;
      for (let i = from; i < to; i++) {
        const v = int(list, i);
        const own = lanesOf(near, v);
        const x0 = v128.load(own), x1 = v128.load(own, 16), x2 = v128.load(own, 32), x3 = v128.load(own, 48);
        for (let tie = int(outOffsets, v), last = int(outOffsets, v + 1); tie < last; tie++) {
          const w = int(outTargets, tie);
          const sum = lanesOf(far, w);
          const y0 = v128.load(sum), y1 = v128.load(sum, 16), y2 = v128.load(sum, 32), y3 = v128.load(sum, 48);
          if (!v128.any_true(v128.or(v128.or(y0, y1), v128.or(y2, y3)))) setInt(touched, touchedCount++, w);
          v128.store(sum, f64x2.add(y0, x0));
          v128.store(sum, f64x2.add(y1, x1), 16);
          v128.store(sum, f64x2.add(y2, x2), 32);
          v128.store(sum, f64x2.add(y3, x3), 48);
        }
      }
      for (let i = 0; i < touchedCount; i++) {
        const w = int(touched, i);
        const sum = lanesOf(far, w);
        const fresh = settle(w, v128.load(sum), v128.load(sum, 16), v128.load(sum, 32), v128.load(sum, 48), paths, sum);
        if (fresh != 0) {
          setByte(reached, w, byte(reached, w) | fresh);
          setInt(list, tail, w);
          setByte(who, tail++, fresh);
        }
      }
    } else {
      // Pull: those whom some source has not reached add up the counts of those who name them.
      if (openCount < 0) {
        openCount = 0;
        for (let v = 0; v < n; v++) if (byte(reached, v) != everyone) setInt(open, openCount++, v);
      }
      let still = 0;
      openTies = 0;
      for (let i = 0; i < openCount; i++) {
        const v = int(open, i);
        if (byte(reached, v) == everyone) continue;
        const tieFrom = int(inOffsets, v), tieTo = int(inOffsets, v + 1);
        let a0 = zero, a1 = zero, a2 = zero, a3 = zero;
        for (let tie = entry(inTargets, tieFrom), last = entry(inTargets, tieTo); tie < last; tie += 4) {
          const other = lanesOf(near, load<i32>(tie));
          a0 = f64x2.add(a0, v128.load(other));
          a1 = f64x2.add(a1, v128.load(other, 16));
          a2 = f64x2.add(a2, v128.load(other, 32));
          a3 = f64x2.add(a3, v128.load(other, 48));
        }
        const fresh = settle(v, a0, a1, a2, a3, paths, lanesOf(far, v));
        if (fresh != 0) {
          const by = byte(reached, v) | fresh;
          setByte(reached, v, by);
          setInt(list, tail, v);
          setByte(who, tail++, fresh);
          if (by == everyone) continue;
        }
        setInt(open, still++, v);
        openTies += tieTo - tieFrom;
      }
      openCount = still;
    }
    for (let i = from; i < to; i++) clearLanes(lanesOf(near, int(list, i)));
    const swap = near;
    near = far;
    far = swap;
    level++;
    setInt(levels, level + 1, tail);
  }

  const last = level - 1;
  for (let l = last; l > 0; l--) {
    for (let i = int(levels, l), to = int(levels, l + 1); i < to; i++) {
      const v = int(list, i);
      let a0 = zero, a1 = zero, a2 = zero, a3 = zero;
      if (l < last) {
        for (let tie = entry(outTargets, int(outOffsets, v)), end = entry(outTargets, int(outOffsets, v + 1)); tie < end; tie += 4) {
          const beyond = lanesOf(near, load<i32>(tie));
          a0 = f64x2.add(a0, v128.load(beyond));
          a1 = f64x2.add(a1, v128.load(beyond, 16));
          a2 = f64x2.add(a2, v128.load(beyond, 32));
          a3 = f64x2.add(a3, v128.load(beyond, 48));
        }
      }
      const mask = i64x2.splat(<i64>byte(who, i));
      const m0 = laneMask(mask, i64x2(1, 2)), m1 = laneMask(mask, i64x2(4, 8)), m2 = laneMask(mask, i64x2(16, 32)), m3 = laneMask(mask, i64x2(64, 128));
      const count = lanesOf(paths, v);
      const s0 = v128.load(count), s1 = v128.load(count, 16), s2 = v128.load(count, 32), s3 = v128.load(count, 48);
      const through = f64x2.add(
        f64x2.add(v128.and(f64x2.mul(s0, a0), m0), v128.and(f64x2.mul(s1, a1), m1)),
        f64x2.add(v128.and(f64x2.mul(s2, a2), m2), v128.and(f64x2.mul(s3, a3), m3)),
      );
      setReal(score, v, real(score, v) + f64x2.extract_lane(through, 0) + f64x2.extract_lane(through, 1));
      const share = lanesOf(far, v);
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s0), a0), m0));
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s1), a1), m1), 16);
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s2), a2), m2), 32);
      v128.store(share, v128.and(f64x2.add(f64x2.div(one, s3), a3), m3), 48);
    }
    if (l < last) for (let i = int(levels, l + 1), to = int(levels, l + 2); i < to; i++) clearLanes(lanesOf(near, int(list, i)));
    const swap = near;
    near = far;
    far = swap;
  }
  if (last >= 1) for (let i = int(levels, 1), to = int(levels, 2); i < to; i++) clearLanes(lanesOf(near, int(list, i)));
  for (let i = 0; i < tail; i++) clearLanes(lanesOf(paths, int(list, i)));
}

/** Keeps of new path counts those of sources that had not reached `v`; stores them, and says which sources they are. */
@inline
function settle(v: i32, a: v128, b: v128, c: v128, d: v128, paths: usize, fresh: usize): i32 {
  const zero = f64x2.splat(0);
  const count = lanesOf(paths, v);
  const s0 = v128.load(count), s1 = v128.load(count, 16), s2 = v128.load(count, 32), s3 = v128.load(count, 48);
  a = v128.and(a, f64x2.eq(s0, zero));
  b = v128.and(b, f64x2.eq(s1, zero));
  c = v128.and(c, f64x2.eq(s2, zero));
  d = v128.and(d, f64x2.eq(s3, zero));
  v128.store(fresh, a);
  v128.store(fresh, b, 16);
  v128.store(fresh, c, 32);
  v128.store(fresh, d, 48);
  const lanes = lanesSet(a, b, c, d);
  if (lanes != 0) {
    v128.store(count, f64x2.add(s0, a));
    v128.store(count, f64x2.add(s1, b), 16);
    v128.store(count, f64x2.add(s2, c), 32);
    v128.store(count, f64x2.add(s3, d), 48);
  }
  return lanes;
}
