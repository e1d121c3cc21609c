/**
 * Distances from every member to all others, summed up: what closeness, reach, diameter and efficiency are made of.
 *
 * Unweighted: a breadth-first search from each member, O(n·m). With lengths: Dijkstra from each, O(n·m·log n).
 * "From v along `out`" counts the steps to those whom v can reach by naming; along `in`, from those who can reach v.
 */
import type { Adjacency } from '../../../../analysis/graph/compact.ts';
import { IndexedHeap } from './indexed-heap.ts';

export interface DistanceSums {
  /** Per member: how many others are reachable. */
  reached: Float64Array;
  /** Per member: Σ d over them. */
  total: Float64Array;
  /** Per member: Σ 1/d over them. */
  harmonic: Float64Array;
  /** The largest distance between any two that reach each other; 0 where none do. */
  longest: number;
}

/** @param lengths the length of each entry of `adjacency.targets`, all above 0; null: every tie is one step. */
export function distanceSums(n: number, adjacency: Adjacency, lengths: Float64Array | null = null): DistanceSums {
  const sums = {
    reached: new Float64Array(n),
    total: new Float64Array(n),
    harmonic: new Float64Array(n),
    longest: 0,
  };
  if (lengths === null) addSteps(n, adjacency, sums);
  else addLengths(n, adjacency, lengths, sums);
  return sums;
}

function addSteps(n: number, { offsets, targets }: Adjacency, sums: DistanceSums): void {
  const seenFrom = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  for (let source = 0; source < n; source++) {
    seenFrom[source] = source;
    queue[0] = source;
    let begin = 0;
    let end = 1;
    for (let steps = 1; begin < end; steps++) {
      let tail = end;
      for (let at = begin; at < end; at++) {
        const v = queue[at]!;
        for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
          const w = targets[tie]!;
          if (seenFrom[w] === source) continue;
          seenFrom[w] = source;
          queue[tail++] = w;
        }
      }
      const found = tail - end;
      if (found > 0) sums.longest = Math.max(sums.longest, steps);
      sums.total[source]! += found * steps;
      sums.harmonic[source]! += found / steps;
      begin = end;
      end = tail;
    }
    sums.reached[source] = end - 1;
  }
}

function addLengths(n: number, { offsets, targets }: Adjacency, lengths: Float64Array, sums: DistanceSums): void {
  const distance = new Float64Array(n);
  const heap = new IndexedHeap(distance);
  for (let source = 0; source < n; source++) {
    distance.fill(Number.POSITIVE_INFINITY);
    distance[source] = 0;
    heap.push(source);
    while (heap.size > 0) {
      const v = heap.pop();
      if (v !== source) {
        sums.reached[source]!++;
        sums.total[source]! += distance[v]!;
        sums.harmonic[source]! += 1 / distance[v]!;
        sums.longest = Math.max(sums.longest, distance[v]!);
      }
      for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
        const w = targets[tie]!;
        const through = distance[v]! + lengths[tie]!;
        if (through >= distance[w]!) continue;
        distance[w] = through;
        heap.push(w);
      }
    }
  }
}
