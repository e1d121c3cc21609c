/**
 * Triangles at each member: for each tie a → b as pointed, those c whom both point at.
 *
 * Plain twin: `forEachTriangle` in analysis/graph/triangles.ts, which says how ties are pointed.
 */
import { int, real, setInt, setReal } from './memory';

/**
 * `result`: per member, in how many triangles they are. Pointed ties of `v` stand at `begins[v]` … `ends[v]` − 1.
 * Work, zero before and as it comes after: `place` n int32, 1 + where the tie of the present member stands. Places only
 * grow from member to member, so that what an earlier one left behind is told from the present one's by its size.
 */
export function triangles(begin: i32, end: i32, result: usize, begins: usize, ends: usize, targets: usize, place: usize): void {
  for (let a = begin; a < end; a++) {
    const from = int(begins, a);
    const to = int(ends, a);
    for (let at = from; at < to; at++) setInt(place, int(targets, at), at + 1);
    let own = 0;
    for (let at = from; at < to; at++) {
      const b = int(targets, at);
      let shared = 0;
      for (let on = int(begins, b), last = int(ends, b); on < last; on++) {
        const c = int(targets, on);
        if (int(place, c) <= from) continue;
        shared++;
        setReal(result, c, real(result, c) + 1);
      }
      setReal(result, b, real(result, b) + shared);
      own += shared;
    }
    setReal(result, a, real(result, a) + own);
  }
}
