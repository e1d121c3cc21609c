/**
 * Members waiting to be settled, the nearest first: a heap of four children a node on int32, with each member's place.
 *
 * Four children halve the depth of a binary heap and lie in one cache line. `place` holds 1 + where a member stands,
 * 0 when they never stood there.
 */
import { int, real, setInt } from './memory';

/** Lets `v` rise to where its distance belongs; it stands at `at` or is put there. */
export function rise(heap: usize, place: usize, distance: usize, v: i32, at: i32): void {
  const own = real(distance, v);
  while (at > 0) {
    const above = (at - 1) >> 2;
    const u = int(heap, above);
    if (real(distance, u) <= own) break;
    setInt(heap, at, u);
    setInt(place, u, at + 1);
    at = above;
  }
  setInt(heap, at, v);
  setInt(place, v, at + 1);
}

/** Takes the nearest of `size` members away. */
export function takeNearest(heap: usize, place: usize, distance: usize, size: i32): i32 {
  const nearest = int(heap, 0);
  const left = size - 1;
  if (left == 0) return nearest;
  const v = int(heap, left);
  const own = real(distance, v);
  let at = 0;
  for (;;) {
    const first = 4 * at + 1;
    if (first >= left) break;
    const last = min(first + 4, left);
    let best = first;
    let least = real(distance, int(heap, first));
    for (let child = first + 1; child < last; child++) {
      const d = real(distance, int(heap, child));
      if (d < least) {
        least = d;
        best = child;
      }
    }
    if (least >= own) break;
    const u = int(heap, best);
    setInt(heap, at, u);
    setInt(place, u, at + 1);
    at = best;
  }
  setInt(heap, at, v);
  setInt(place, v, at + 1);
  return nearest;
}
