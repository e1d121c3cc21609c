/**
 * Betweenness by Brandes' accumulation: one search from every member, then shares handed back from the far end.
 *
 * Path counts are floating-point on purpose: a 25 × 25 grid has more than 2³² shortest paths between its corners, which
 * overflows 32-bit integers. Brandes 2001, doi:10.1080/0022250X.2001.9990249.
 *
 * @returns per member Σ σst(v)/σst over ordered pairs s, t; an undirected pair is counted both ways.
 */
import type { Adjacency } from '../../../../analysis/graph/compact.ts';
import { IndexedHeap } from './indexed-heap.ts';

export function betweennessByPairs(n: number, out: Adjacency, lengths: Float64Array | null = null): Float64Array {
  const score = new Float64Array(n);
  const search = lengths === null ? bySteps(n, out) : byLengths(n, out, lengths);
  const { order, distance, paths } = search;
  const share = new Float64Array(n);
  const { offsets, targets } = out;
  for (let source = 0; source < n; source++) {
    const reached = search.from(source);
    for (let at = reached - 1; at > 0; at--) {
      const v = order[at]!;
      let beyond = 0;
      for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
        const w = targets[tie]!;
        if (isNext(distance[v]! + (lengths === null ? 1 : lengths[tie]!), distance[w]!)) beyond += share[w]!;
      }
      score[v]! += paths[v]! * beyond;
      share[v] = 1 / paths[v]! + beyond;
    }
    search.clear(reached);
    for (let at = 0; at < reached; at++) share[order[at]!] = 0;
  }
  return score;
}

/** Sums of fractions that are equal on paper differ in the last bits; lengths this close count as the same. */
const SAME = 1e-12;

function isNext(through: number, distance: number): boolean {
  return Math.abs(through - distance) <= SAME * distance;
}

interface Search {
  /** Members in the order in which they were reached. */
  order: Int32Array;
  distance: Float64Array;
  /** Shortest paths from the source. */
  paths: Float64Array;
  /** Searches from a source; the number of members reached, the source among them. */
  from(source: number): number;
  clear(reached: number): void;
}

function emptySearch(n: number): Omit<Search, 'from'> {
  const order = new Int32Array(n);
  const distance = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const paths = new Float64Array(n);
  const clear = (reached: number): void => {
    for (let at = 0; at < reached; at++) {
      distance[order[at]!] = Number.POSITIVE_INFINITY;
      paths[order[at]!] = 0;
    }
  };
  return { order, distance, paths, clear };
}

function bySteps(n: number, { offsets, targets }: Adjacency): Search {
  const empty = emptySearch(n);
  const { order, distance, paths } = empty;
  return {
    ...empty,
    from(source) {
      order[0] = source;
      distance[source] = 0;
      paths[source] = 1;
      let tail = 1;
      for (let head = 0; head < tail; head++) {
        const v = order[head]!;
        const next = distance[v]! + 1;
        for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
          const w = targets[tie]!;
          if (distance[w]! === Number.POSITIVE_INFINITY) {
            distance[w] = next;
            order[tail++] = w;
          }
          if (distance[w] === next) paths[w]! += paths[v]!;
        }
      }
      return tail;
    },
  };
}

function byLengths(n: number, { offsets, targets }: Adjacency, lengths: Float64Array): Search {
  const empty = emptySearch(n);
  const { order, distance, paths } = empty;
  const heap = new IndexedHeap(distance);
  return {
    ...empty,
    from(source) {
      distance[source] = 0;
      paths[source] = 1;
      heap.push(source);
      let tail = 0;
      while (heap.size > 0) {
        const v = heap.pop();
        order[tail++] = v;
        for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
          const w = targets[tie]!;
          const through = distance[v]! + lengths[tie]!;
          if (through < distance[w]! * (1 - SAME)) {
            distance[w] = through;
            paths[w] = paths[v]!;
            heap.push(w);
          } else if (isNext(through, distance[w]!)) {
            paths[w]! += paths[v]!;
          }
        }
      }
      return tail;
    },
  };
}
