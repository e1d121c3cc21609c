/**
 * Independent cascades, one a run: whoever takes a practice up tries once, over each tie, to pass it on.
 *
 * Where every tie has the same chance, the ties that pass are found by skipping: one draw says how many fail before the
 * next that passes (a geometric number), so that a run costs as many draws as ties pass, not as there are ties.
 * Kempe, Kleinberg & Tardos 2003, doi:10.1145/956750.956769; skipping: Batagelj & Brandes 2005, doi:10.1103/PhysRevE.71.036113.
 * Plain twin: test/analysis/simulation/twins.ts.
 */
import { drawOfAdded, failures, mixed, STEP, streamOf } from './draws';
import { begun } from './first-adopters';
import { byte, int, real, setInt, setReal } from './memory';

/**
 * Writes, for runs `begin` … `end` − 1, how many have adopted after each of `columns` periods; with `untilOver` 1 there
 * is one column, and a run ends when nobody is left to try.
 *
 * Ties lie in the direction of practice. `chances` (float64, times 2³²) has one for each tie, or is not read where
 * `hasOwnChances` is 0; `addedChances` has one for each added tie. `counts` is 1 for members who are counted.
 * Work, zero before and after: `marks` n int32, `queue` n + 1.
 */
export function cascadeRuns(
  begin: i32, end: i32, result: usize,
  offsets: usize, targets: usize, chances: usize, addedOffsets: usize, addedTargets: usize, addedChances: usize,
  seeds: usize, removed: usize, counts: usize, keys: usize, least: usize, beginAt: usize,
  marks: usize, queue: usize,
  n: i32, seedCount: i32, seedStride: i32, removedCount: i32, most: i32, hasOwnChances: i32, columns: i32, untilOver: i32,
): void {
  for (let run = begin; run < end; run++) {
    const mark = run - begin + 1;
    const row = (run - begin) * columns;
    let tail = begun(run, mark, seeds, seedCount, seedStride, removed, removedCount, marks, queue);
    let adopters = 0;
    for (let i = 0; i < tail; i++) adopters += byte(counts, int(queue, i));
    let head = 0;
    for (let period = 0; untilOver != 0 ? head < tail : period < columns; period++) {
      const trying = tail;
      for (; head < trying; head++) {
        const v = int(queue, head);
        let stream = streamOf(keys, run, v);
        const last = int(offsets, v + 1);
        let tie = int(offsets, v);
        if (hasOwnChances != 0) {
          for (; tie < last; tie++) {
            stream += STEP;
            const w = int(targets, tie);
            if (int(marks, w) == mark || <f64>mixed(stream) >= real(chances, tie)) continue;
            setInt(marks, w, mark);
            setInt(queue, tail++, w);
            adopters += byte(counts, w);
          }
        } else {
          for (;;) {
            stream += STEP;
            const skipped = failures(mixed(stream), least, beginAt, most);
            tie += skipped;
            if (tie >= last) break;
            if (skipped == most) continue;
            // Whether somebody is new is a coin's toss here: written down either way, and kept only then.
            const w = int(targets, tie++);
            const isNew = i32(int(marks, w) != mark);
            setInt(marks, w, mark);
            setInt(queue, tail, w);
            tail += isNew;
            adopters += isNew & byte(counts, w);
          }
        }
        for (let added = int(addedOffsets, v), to = int(addedOffsets, v + 1); added < to; added++) {
          const w = int(addedTargets, added);
          if (int(marks, w) == mark || <f64>drawOfAdded(keys, run, v, w) >= real(addedChances, added)) continue;
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
  memory.fill(queue, 0, (<usize>(n + 1)) << 2);
}
