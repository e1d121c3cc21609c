/**
 * Triangles of an undirected graph, each found once; and how many there are at each member.
 *
 * Every tie is pointed from the member with fewer ties to the one with more. Then each triangle has one member who points
 * at the other two, and no list that is walked is longer than √(2m), so that a hub costs no more than anybody else.
 * Where all have about as many ties, the order of numbers does as well. O(m·√m). Latapy 2008, doi:10.1016/j.tcs.2008.07.017.
 */
import { executeHere } from '../kernels/execute.ts';
import type { Adjacency } from './compact.ts';

/** Ties as pointed, each in one list only: those of `v` stand at `begins[v]` … `ends[v]` − 1. */
interface Pointed {
  begins: Int32Array;
  ends: Int32Array;
  targets: Int32Array;
  /** Where the tie stands in the adjacency, in the list of the one from whom it points; null: at the same place. */
  slots: Int32Array | null;
}

/** Members a, b, c of a triangle, and where its ties a–b, a–c, b–c stand in the adjacency. */
type VisitTriangle = (a: number, b: number, c: number, ab: number, ac: number, bc: number) => void;

export function forEachTriangle(n: number, adjacency: Adjacency, visit: VisitTriangle): void {
  const { begins, ends, targets, slots } = byNumber(n, adjacency) ?? byDegree(n, adjacency);
  // Where the tie of the present member to another stands in `targets`. Places only grow from member to member, so that
  // what an earlier member left behind is told from the present one's by its size, and nothing needs to be cleared.
  const place = new Int32Array(n).fill(-1);
  for (let a = 0; a < n; a++) {
    const begin = begins[a]!;
    const end = ends[a]!;
    for (let at = begin; at < end; at++) place[targets[at]!] = at;
    for (let at = begin; at < end; at++) {
      const b = targets[at]!;
      const bEnd = ends[b]!;
      for (let on = begins[b]!; on < bEnd; on++) {
        const c = targets[on]!;
        const back = place[c]!;
        if (back < begin) continue;
        if (slots === null) visit(a, b, c, at, back, on);
        else visit(a, b, c, slots[at]!, slots[back]!, slots[on]!);
      }
    }
  }
}

/** At each member: how many pairs of their contacts are tied to each other. Counted by a kernel, on the same pointed ties. */
export function trianglesOf(n: number, adjacency: Adjacency): Float64Array {
  const { begins, ends, targets } = byNumber(n, adjacency) ?? byDegree(n, adjacency);
  const [triangles] = executeHere({
    kernel: 'triangles',
    arrays: [begins, ends, targets],
    work: [4 * n],
    numbers: [],
    items: n,
    // One shard: it is over before threads would have begun.
    grain: Math.max(1, n),
    result: { perShard: n, perItem: 0 },
    cost: 3 * targets.length,
  });
  return triangles ?? new Float64Array(0);
}

/**
 * Ties pointed to the higher number: the second part of each list as it is, with nothing to sort. Where members have about
 * as many ties as each other this order is as good as any. @returns null where hubs would make it walk more than that.
 */
function byNumber(n: number, { offsets, targets }: Adjacency): Pointed | null {
  const begins = new Int32Array(n);
  let walked = 0;
  for (let v = 0; v < n; v++) {
    let low = offsets[v]!;
    let high = offsets[v + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (targets[middle]! < v) low = middle + 1;
      else high = middle;
    }
    begins[v] = low;
    walked += (low - offsets[v]!) * (offsets[v + 1]! - low);
  }
  // Where all have k ties and numbers say nothing, a tie leads to k/3 others; up to k/2 is still no worse than sorting.
  const ties = targets.length / 2;
  if (walked * n > ties * ties) return null;
  return { begins, ends: offsets.subarray(1), targets, slots: null };
}

function byDegree(n: number, { offsets, targets }: Adjacency): Pointed {
  const rank = ranksByDegree(n, offsets);
  // One place more than there are ties: what is written and not kept may stand behind the last.
  const pointed = new Int32Array(targets.length / 2 + 1);
  const slots = new Int32Array(targets.length / 2 + 1);
  const offsetsUp = new Int32Array(n + 1);
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
    offsetsUp[v + 1] = end;
  }
  return { begins: offsetsUp.subarray(0, n), ends: offsetsUp.subarray(1), targets: pointed, slots };
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
