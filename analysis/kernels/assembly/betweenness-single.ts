/**
 * Betweenness one source at a time, for networks with long ways (grids, trees, chains of silos): there the searches of
 * eight sources rarely meet in the same member at the same step, and a batch would drag seven empty lanes along.
 *
 * Levels as lists; on the way back a member's share is gathered from a column that holds the level beyond and zero
 * elsewhere, so no distance is compared. Plain twin: test/analysis/kernels/twins/brandes.ts.
 */
import { int, real, setInt, setReal } from './memory';

/**
 * Adds to `score` (n float64) the shares of those at `begin` … `end` − 1 among `sources`.
 * Work, zero before and after: `paths`, `beyond`, `next` n float64, `step` n int32 (1 + distance; 0 not reached),
 * `order` n int32, `levels` n + 2 int32.
 */
export function betweennessSingle(
  begin: i32, end: i32, score: usize,
  offsets: usize, targets: usize, sources: usize,
  paths: usize, beyond: usize, next: usize, step: usize, order: usize, levels: usize,
): void {
  for (let item = begin; item < end; item++) {
    const source = int(sources, item);
    setInt(order, 0, source);
    setInt(step, source, 1);
    setReal(paths, source, 1);
    setInt(levels, 0, 0);
    setInt(levels, 1, 1);
    let level = 0;
    let tail = 1;
    for (let head = 0; head < tail; level++) {
      const here = level + 2;
      for (const last = int(levels, level + 1); head < last; head++) {
        const v = int(order, head);
        const ways = real(paths, v);
        for (let tie = int(offsets, v), stop = int(offsets, v + 1); tie < stop; tie++) {
          const w = int(targets, tie);
          const at = int(step, w);
          if (at == 0) {
            setInt(step, w, here);
            setReal(paths, w, ways);
            setInt(order, tail++, w);
          } else if (at == here) {
            setReal(paths, w, real(paths, w) + ways);
          }
        }
      }
      setInt(levels, level + 2, tail);
    }
    // The last level that was opened is empty.
    for (let l = level - 1; l > 0; l--) {
      const from = int(levels, l), to = int(levels, l + 1), far = int(levels, l + 2);
      for (let i = from; i < to; i++) {
        const v = int(order, i);
        let sum: f64 = 0;
        for (let tie = int(offsets, v), stop = int(offsets, v + 1); tie < stop; tie++) sum += real(beyond, int(targets, tie));
        const ways = real(paths, v);
        setReal(score, v, real(score, v) + ways * sum);
        setReal(next, i, 1 / ways + sum);
      }
      for (let i = to; i < far; i++) setReal(beyond, int(order, i), 0);
      for (let i = from; i < to; i++) {
        setReal(beyond, int(order, i), real(next, i));
        setReal(next, i, 0);
      }
    }
    for (let i = 0; i < tail; i++) {
      const v = int(order, i);
      setInt(step, v, 0);
      setReal(paths, v, 0);
      setReal(beyond, v, 0);
    }
  }
}
