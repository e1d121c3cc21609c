/**
 * Linear threshold, one a run: a member takes a practice up as soon as enough of those whom they name have.
 *
 * What a member still needs is kept and counted down, and a threshold is drawn when the first contact adopts: nobody who
 * is never reached costs anything. Granovetter 1978, doi:10.1086/226707; Kempe, Kleinberg & Tardos 2003,
 * doi:10.1145/956750.956769. Plain twin: test/analysis/simulation/twins.ts.
 */
import { mixed, STEP, streamOf } from './draws';
import { begun } from './first-adopters';
import { byte, int, real, setInt, setReal } from './memory';

/** Sums of strengths that are equal on paper differ in the last bits: so much of the whole may be missing. */
const ROUNDING: f64 = 1e-9;

/**
 * Writes, for runs `begin` … `end` − 1, how many have adopted after each of `columns` periods; with `untilOver` 1 there
 * is one column, and a run ends when nobody is convinced any more.
 *
 * Ties lie in the direction of practice, `strengths` beside them (not read where `hasStrengths` is 0: all are 1).
 * `totals` (float64) holds the strength of all whom a member names. `thresholds` (float64, shares of it) is read where
 * `hasThresholds` is 1; otherwise each is drawn evenly from (0, 1]. `counts` is 1 for members who are counted.
 * Work, zero before and after: `marks`, `touched` and `queue` n int32, `needs` n float64.
 */
export function thresholdRuns(
  begin: i32, end: i32, result: usize,
  offsets: usize, targets: usize, strengths: usize, totals: usize, thresholds: usize,
  seeds: usize, removed: usize, counts: usize, keys: usize,
  marks: usize, touched: usize, queue: usize, needs: usize,
  n: i32, seedCount: i32, seedStride: i32, removedCount: i32, hasStrengths: i32, hasThresholds: i32, columns: i32, untilOver: i32,
): void {
  for (let run = begin; run < end; run++) {
    const mark = run - begin + 1;
    const row = (run - begin) * columns;
    let tail = begun(run, mark, seeds, seedCount, seedStride, removed, removedCount, marks, queue);
    let adopters = 0;
    for (let i = 0; i < tail; i++) adopters += byte(counts, int(queue, i));
    let head = 0;
    for (let period = 0; untilOver != 0 ? head < tail : period < columns; period++) {
      const convincing = tail;
      for (; head < convincing; head++) {
        const v = int(queue, head);
        for (let tie = int(offsets, v), last = int(offsets, v + 1); tie < last; tie++) {
          const w = int(targets, tie);
          if (int(marks, w) == mark) continue;
          const total = real(totals, w);
          let need: f64;
          if (int(touched, w) == mark) {
            need = real(needs, w);
          } else {
            setInt(touched, w, mark);
            const threshold =
              hasThresholds != 0 ? real(thresholds, w) : (<f64>mixed(streamOf(keys, run, w) + STEP) + 1) / 4294967296;
            need = (threshold - ROUNDING) * total;
          }
          need -= hasStrengths != 0 ? real(strengths, tie) : 1;
          setReal(needs, w, need);
          if (need > 0) continue;
          setInt(marks, w, mark);
          setInt(queue, tail++, w);
          adopters += byte(counts, w);
        }
      }
      if (untilOver == 0) setReal(result, row + period, adopters);
    }
    if (untilOver != 0) setReal(result, row, adopters);
  }
  memory.fill(marks, 0, (<usize>n) << 2);
  memory.fill(touched, 0, (<usize>n) << 2);
  memory.fill(queue, 0, (<usize>n) << 2);
  memory.fill(needs, 0, (<usize>n) << 3);
}
