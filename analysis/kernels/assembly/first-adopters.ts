/** How a run of any diffusion begins: those who are away are marked, so that nothing reaches them, and the seeds adopt. */
import { int, setInt } from './memory';

/** @returns how many begin: they are marked, and lie at the head of the queue. */
@inline
export function begun(
  run: i32, mark: i32, seeds: usize, seedCount: i32, seedStride: i32, removed: usize, removedCount: i32, marks: usize, queue: usize,
): i32 {
  for (let i = 0; i < removedCount; i++) setInt(marks, int(removed, i), mark);
  let tail = 0;
  for (let i = 0; i < seedCount; i++) {
    const v = int(seeds, run * seedStride + i);
    if (int(marks, v) == mark) continue;
    setInt(marks, v, mark);
    setInt(queue, tail++, v);
  }
  return tail;
}
