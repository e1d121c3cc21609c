/**
 * Distances from every member to all others, summed up: what closeness, reach, diameter and efficiency are made of.
 *
 * "From v along `out`" counts the steps to those whom v can reach by naming; along `in`, from those who can reach v.
 * Without lengths a bit for each of 512 sources goes through the network at once; with lengths Dijkstra's search starts
 * from each member.
 */
import { type Execute, type Job, joined, sumOf } from '../kernels/job.ts';
import type { CompactGraph } from './compact.ts';

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

/** @param lengths the length of each entry of the side's `targets`, all above 0; null: every tie is one step. */
export function distanceSums(
  graph: CompactGraph,
  side: 'out' | 'in',
  execute: Execute,
  lengths: Float64Array | null = null,
): DistanceSums {
  return lengths === null ? inSteps(graph, side, execute) : inLengths(graph, side, execute, lengths);
}

const INT = 4;
const REAL = 8;
/** Bytes of the bits of 512 sources. */
const BITS = 64;

/** Measured: nanoseconds for each tie and source. */
const COST_NS = { steps: 0.02, lengths: 6 };

function inSteps(graph: CompactGraph, side: 'out' | 'in', execute: Execute): DistanceSums {
  const { n } = graph;
  const along = graph[side];
  const against = graph[side === 'out' ? 'in' : 'out'];
  const job: Job = {
    kernel: 'reach',
    arrays: [along.offsets, along.targets, against.offsets, against.targets],
    work: [n * BITS, n * BITS, n * BITS, (n + 1) * INT, (n + 1) * INT, n * INT],
    numbers: [n, along.targets.length],
    items: n,
    // Four batches: a result of three numbers for each member is not worth less work than that.
    grain: 4 * 8 * BITS,
    result: { perShard: 3 * n + 1, perItem: 0 },
    cost: n * (n + along.targets.length) * COST_NS.steps,
  };
  const shards = execute(job);
  const sums = sumOf(shards, 3 * n);
  return {
    reached: sums.subarray(2 * n),
    total: column(sums, n, 2, 0),
    harmonic: column(sums, n, 2, 1),
    longest: shards.reduce((longest, shard) => Math.max(longest, shard[3 * n]!), 0),
  };
}

function inLengths(graph: CompactGraph, side: 'out' | 'in', execute: Execute, lengths: Float64Array): DistanceSums {
  const { n } = graph;
  const { offsets, targets } = graph[side];
  const job: Job = {
    kernel: 'distances',
    arrays: [offsets, targets, lengths],
    work: [n * REAL, n * INT, n * INT, n * INT],
    numbers: [],
    items: n,
    grain: 8,
    result: { perShard: 0, perItem: 4 },
    cost: n * (n + targets.length) * COST_NS.lengths,
  };
  const rows = joined(execute(job));
  return {
    reached: column(rows, n, 4, 0),
    total: column(rows, n, 4, 1),
    harmonic: column(rows, n, 4, 2),
    longest: column(rows, n, 4, 3).reduce((longest, one) => Math.max(longest, one), 0),
  };
}

/** One of the numbers that stand in rows of so many. */
function column(rows: Float64Array, count: number, width: number, at: number): Float64Array {
  const column = new Float64Array(count);
  for (let row = 0; row < count; row++) column[row] = rows[row * width + at]!;
  return column;
}
