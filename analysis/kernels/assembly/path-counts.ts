/**
 * The way forward of betweenness, for eight sources at a time: how many shortest ways lead to each member, level by level.
 *
 * Path counts of a level are the sums of those of the level before. A frontier that touches few ties pushes along them, a
 * large one is pulled by those whom some source has not reached yet.
 *
 * Written once for two kinds of number. Most networks have few enough shortest ways that float32 counts them exactly
 * (below 2²⁴), in half the memory, and memory is what a search waits for; where one is reached that it could not, the
 * batch is counted anew in float64. Push and pull: Beamer et al. 2012, doi:10.1109/SC.2012.50.
 */
import { clearLanes, lanesOf, lanesSet } from './lanes';
import { byte, entry, int, setByte, setInt } from './memory';

/** From here on float32 skips whole numbers. Sums that would pass it come out at it or above. */
const INEXACT: f32 = 16777216;

/** A tie that is pushed along is written to and noted; measured, four that are pulled from cost as much. */
const PUSH_COST: i32 = 4;

/** What `countPaths` answers instead of levels where float32 would not be exact. */
export const TOO_MANY: i32 = -1;

/**
 * Counts ways from `count` sources, those from `first` on. @returns how many levels there are, or TOO_MANY.
 * Leaves counts in `paths`, and in `list`, `who`, `levels` who was reached at which step by which sources. `near`, `far`
 * are zero before and after (after TOO_MANY they and `paths` are not).
 */
export function countPaths<T>(
  first: i32, count: i32,
  outOffsets: usize, outTargets: usize, inOffsets: usize, inTargets: usize, sources: usize,
  paths: usize, near: usize, far: usize, list: usize, who: usize, levels: usize, open: usize, touched: usize, reached: usize,
  n: i32, ties: i32,
): i32 {
  const zero = f64x2.splat(0);
  const everyone = (1 << count) - 1;
  memory.fill(reached, 0, n);
  setInt(levels, 0, 0);
  for (let lane = 0; lane < count; lane++) {
    const source = int(sources, first + lane);
    const own = (<usize>lane) * sizeof<T>();
    store<T>(lanesOf<T>(paths, source) + own, 1);
    store<T>(lanesOf<T>(near, source) + own, 1);
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
    if (frontierTies * PUSH_COST < openTies) {
      // Push: add the frontier's path counts to whom it names, then keep those whom a source reaches for the first time.
      let touchedCount = 0;
      for (let i = from; i < to; i++) {
        const v = int(list, i);
        const own = lanesOf<T>(near, v);
        const x0 = v128.load(own), x1 = v128.load(own, 16);
        let x2 = zero, x3 = zero;
        if (sizeof<T>() == 8) {
          x2 = v128.load(own, 32);
          x3 = v128.load(own, 48);
        }
        for (let tie = int(outOffsets, v), last = int(outOffsets, v + 1); tie < last; tie++) {
          const w = int(outTargets, tie);
          const sum = lanesOf<T>(far, w);
          const y0 = v128.load(sum), y1 = v128.load(sum, 16);
          let all = v128.or(y0, y1);
          v128.store(sum, v128.add<T>(y0, x0));
          v128.store(sum, v128.add<T>(y1, x1), 16);
          if (sizeof<T>() == 8) {
            const y2 = v128.load(sum, 32), y3 = v128.load(sum, 48);
            all = v128.or(all, v128.or(y2, y3));
            v128.store(sum, v128.add<T>(y2, x2), 32);
            v128.store(sum, v128.add<T>(y3, x3), 48);
          }
          if (!v128.any_true(all)) setInt(touched, touchedCount++, w);
        }
      }
      for (let i = 0; i < touchedCount; i++) {
        const w = int(touched, i);
        const sum = lanesOf<T>(far, w);
        const a0 = v128.load(sum), a1 = v128.load(sum, 16);
        let a2 = zero, a3 = zero;
        if (sizeof<T>() == 8) {
          a2 = v128.load(sum, 32);
          a3 = v128.load(sum, 48);
        }
        const fresh = settle<T>(w, a0, a1, a2, a3, paths, sum);
        if (fresh == 0) continue;
        if (fresh == TOO_MANY) return TOO_MANY;
        setByte(reached, w, byte(reached, w) | fresh);
        setInt(list, tail, w);
        setByte(who, tail++, fresh);
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
          const other = lanesOf<T>(near, load<i32>(tie));
          a0 = v128.add<T>(a0, v128.load(other));
          a1 = v128.add<T>(a1, v128.load(other, 16));
          if (sizeof<T>() == 8) {
            a2 = v128.add<T>(a2, v128.load(other, 32));
            a3 = v128.add<T>(a3, v128.load(other, 48));
          }
        }
        const fresh = settle<T>(v, a0, a1, a2, a3, paths, lanesOf<T>(far, v));
        if (fresh == TOO_MANY) return TOO_MANY;
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
    for (let i = from; i < to; i++) clearLanes<T>(lanesOf<T>(near, int(list, i)));
    const swap = near;
    near = far;
    far = swap;
    level++;
    setInt(levels, level + 1, tail);
  }
  return level;
}

/** Keeps of new path counts those of sources that had not reached `v`; stores them, and says which sources they are. */
@inline
function settle<T>(v: i32, a: v128, b: v128, c: v128, d: v128, paths: usize, fresh: usize): i32 {
  const zero = v128.splat<T>(0);
  const count = lanesOf<T>(paths, v);
  const s0 = v128.load(count), s1 = v128.load(count, 16);
  let s2 = zero, s3 = zero;
  a = v128.and(a, v128.eq<T>(s0, zero));
  b = v128.and(b, v128.eq<T>(s1, zero));
  v128.store(fresh, a);
  v128.store(fresh, b, 16);
  if (sizeof<T>() == 8) {
    s2 = v128.load(count, 32);
    s3 = v128.load(count, 48);
    c = v128.and(c, v128.eq<T>(s2, zero));
    d = v128.and(d, v128.eq<T>(s3, zero));
    v128.store(fresh, c, 32);
    v128.store(fresh, d, 48);
  } else {
    const limit = f32x4.splat(INEXACT);
    if (v128.any_true(v128.or(f32x4.ge(a, limit), f32x4.ge(b, limit)))) return TOO_MANY;
  }
  const lanes = lanesSet<T>(a, b, c, d);
  if (lanes != 0) {
    v128.store(count, v128.add<T>(s0, a));
    v128.store(count, v128.add<T>(s1, b), 16);
    if (sizeof<T>() == 8) {
      v128.store(count, v128.add<T>(s2, c), 32);
      v128.store(count, v128.add<T>(s3, d), 48);
    }
  }
  return lanes;
}
