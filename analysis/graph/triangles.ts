/**
 * Triangles at each member of an undirected graph: how many pairs of their contacts are tied to each other.
 *
 * Every tie is pointed from the member with fewer ties to the one with more, so that each triangle is found once and no
 * list that is walked is longer than √(2m). O(m·√m). Latapy 2008, doi:10.1016/j.tcs.2008.07.017.
 */
import type { Adjacency } from './compact.ts';

export function trianglesOf(n: number, { offsets, targets }: Adjacency): Float64Array {
  const degree = (v: number): number => offsets[v + 1]! - offsets[v]!;
  const pointsUp = (v: number, w: number): boolean => degree(v) < degree(w) || (degree(v) === degree(w) && v < w);
  const triangles = new Float64Array(n);
  const reachedFrom = new Int32Array(n).fill(-1);
  const up: Int32Array[] = [];
  for (let v = 0; v < n; v++) {
    up.push(targets.subarray(offsets[v]!, offsets[v + 1]!).filter((w) => pointsUp(v, w)));
  }
  for (let v = 0; v < n; v++) {
    for (const w of up[v]!) reachedFrom[w] = v;
    for (const w of up[v]!) {
      for (const third of up[w]!) {
        if (reachedFrom[third] !== v) continue;
        triangles[v]!++;
        triangles[w]!++;
        triangles[third]!++;
      }
    }
  }
  return triangles;
}
