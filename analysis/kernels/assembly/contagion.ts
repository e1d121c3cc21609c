/**
 * Contagion (SI), one a run: in each period, each contact who has adopted passes the practice on with the same chance.
 *
 * With k such contacts that is 1 − (1 − β)^k a period, whichever k they are and since when. So each tie may as well draw
 * beforehand how many periods it takes to pass (a geometric number), and a member adopts by the quickest way from a seed:
 * events wait in a list for each period, and a tie is looked at once a run instead of once a period.
 * Plain twin: test/analysis/simulation/twins.ts.
 */
import { drawOfAdded, failures, mixed, STEP, streamOf } from './draws';
import { begun } from './first-adopters';
import { byte, int, setInt, setReal } from './memory';

/**
 * Writes, for runs `begin` … `end` − 1, how many have adopted after each of `columns` periods.
 *
 * Ties lie in the direction of practice. `least` reaches beyond `columns` failures: who is not convinced by then is
 * not. `counts` is 1 for members who are counted. Work, zero before and after: `marks` and `queue` n int32; `first`
 * columns + 1 int32 (the last event of each period, counted from 1); `before` and `who` one int32 for each tie.
 */
export function contagionRuns(
  begin: i32, end: i32, result: usize,
  offsets: usize, targets: usize, addedOffsets: usize, addedTargets: usize,
  seeds: usize, removed: usize, counts: usize, keys: usize, least: usize, beginAt: usize,
  marks: usize, queue: usize, first: usize, before: usize, who: usize,
  n: i32, ties: i32, seedCount: i32, seedStride: i32, removedCount: i32, most: i32, columns: i32,
): void {
  for (let run = begin; run < end; run++) {
    const mark = run - begin + 1;
    const row = (run - begin) * columns;
    let tail = begun(run, mark, seeds, seedCount, seedStride, removed, removedCount, marks, queue);
    let adopters = 0;
    for (let i = 0; i < tail; i++) adopters += byte(counts, int(queue, i));
    memory.fill(first, 0, (<usize>(columns + 1)) << 2);
    let events = 0;
    let head = 0;
    for (let period = 0; period < columns; period++) {
      // Everybody who adopted in the period before: when each tie of theirs passes.
      for (; head < tail; head++) {
        const v = int(queue, head);
        let stream = streamOf(keys, run, v);
        for (let tie = int(offsets, v), last = int(offsets, v + 1); tie < last; tie++) {
          stream += STEP;
          const w = int(targets, tie);
          if (int(marks, w) == mark) continue;
          const passes = period + 1 + failures(mixed(stream), least, beginAt, most);
          if (passes > columns) continue;
          setInt(who, events, w);
          setInt(before, events, int(first, passes));
          setInt(first, passes, ++events);
        }
        for (let added = int(addedOffsets, v), to = int(addedOffsets, v + 1); added < to; added++) {
          const w = int(addedTargets, added);
          if (int(marks, w) == mark) continue;
          const passes = period + 1 + failures(drawOfAdded(keys, run, v, w), least, beginAt, most);
          if (passes > columns) continue;
          setInt(who, events, w);
          setInt(before, events, int(first, passes));
          setInt(first, passes, ++events);
        }
      }
      for (let event = int(first, period + 1); event != 0; event = int(before, event - 1)) {
        const w = int(who, event - 1);
        if (int(marks, w) == mark) continue;
        setInt(marks, w, mark);
        setInt(queue, tail++, w);
        adopters += byte(counts, w);
      }
      setReal(result, row + period, adopters);
    }
  }
  memory.fill(marks, 0, (<usize>n) << 2);
  memory.fill(queue, 0, (<usize>n) << 2);
  memory.fill(first, 0, (<usize>(columns + 1)) << 2);
  memory.fill(before, 0, (<usize>ties) << 2);
  memory.fill(who, 0, (<usize>ties) << 2);
}
