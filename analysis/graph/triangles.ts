/**
 * Triangles of an undirected graph, each found once; and how many there are at each member.
 *
 * Every tie is pointed from the member with fewer ties to the one with more. Then each triangle has one member who points
 * at the other two, and no list that is walked is longer than √(2m), so that a hub costs no more than anybody else.
 * O(m·√m). Latapy 2008, doi:10.1016/j.tcs.2008.07.017.
 */
import type { Adjacency } from './compact.ts';

/** Ties as pointed: each is in one list only. */
interface Pointed {
  offsets: Int32Array;
  targets: Int32Array;
  /** Where the tie stands in the adjacency, in the list of the one from whom it points. */
  slots: Int32Array;
}

/** Members a, b, c of a triangle, and where its ties a–b, a–c, b–c stand in the adjacency. */
type VisitTriangle = (a: number, b: number, c: number, ab: number, ac: number, bc: number) => void;

export function forEachTriangle(n: number, adjacency: Adjacency, visit: VisitTriangle): void {
  const { offsets, targets, slots } = pointedUp(n, adjacency);
  // Where the tie of the present member to another stands in `targets`. Places only grow from member to member, so that
  // what an earlier member left behind is told from the present one's by its size, and nothing needs to be cleared.
  const place = new Int32Array(n).fill(-1);
  for (let a = 0; a < n; a++) {
    const begin = offsets[a]!;
    const end = offsets[a + 1]!;
    for (let at = begin; at < end; at++) place[targets[at]!] = at;
    for (let at = begin; at < end; at++) {
      const b = targets[at]!;
      const bEnd = offsets[b + 1]!;
      for (let on = offsets[b]!; on < bEnd; on++) {
        const c = targets[on]!;
        const back = place[c]!;
        if (back >= begin) visit(a, b, c, slots[at]!, slots[back]!, slots[on]!);
      }
    }
  }
}

/** At each member: how many pairs of their contacts are tied to each other. */
export function trianglesOf(n: number, adjacency: Adjacency): Float64Array {
  const triangles = new Float64Array(n);
  forEachTriangle(n, adjacency, (a, b, c) => {
    triangles[a]!++;
    triangles[b]!++;
    triangles[c]!++;
  });
  return triangles;
}

function pointedUp(n: number, { offsets, targets }: Adjacency): Pointed {
  const rank = ranksByDegree(n, offsets);
  // One place more than there are ties: what is written and not kept may stand behind the last.
  const pointed = new Int32Array(targets.length / 2 + 1);
  const slots = new Int32Array(targets.length / 2 + 1);
  const begins = new Int32Array(n + 1);
  let end = 0;
  for (let v = 0; v < n; v++) {
    const own = rank[v]!;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const w = targets[at]!;
      pointed[end] = w;
      slots[end] = at;
      // 1 when w ranks higher, else 0: half of all ties do, and a branch would be guessed wrong as often.
      end += (own - rank[w]!) >>> 31;
    }
    begins[v + 1] = end;
  }
  return { offsets: begins, targets: pointed, slots };
}

/** Positions of members in order of degree, and among equals of number: a counting sort. */
function ranksByDegree(n: number, offsets: Int32Array): Int32Array {
  let most = 0;
  for (let v = 0; v < n; v++) most = Math.max(most, offsets[v + 1]! - offsets[v]!);
  const next = new Int32Array(most + 2);
  for (let v = 0; v < n; v++) next[offsets[v + 1]! - offsets[v]! + 1]!++;
  for (let degree = 0; degree <= most; degree++) next[degree + 1]! += next[degree]!;
  const rank = new Int32Array(n);
  for (let v = 0; v < n; v++) rank[v] = next[offsets[v + 1]! - offsets[v]!]!++;
  return rank;
}
