/**
 * Networks that have everybody's number of ties and nothing else in common with the one observed: what a figure is
 * compared with to see whether it matters who is tied to whom.
 *
 * One swap takes two ties, a → b and c → d, and makes them a → d and c → b, unless that makes a self-tie or a tie that is
 * there already; then nothing is done, and it counts all the same (skipping it would favour networks with fewer ways on).
 * Undirected ties are taken one way or the other at random. Every swap is as likely as its undoing, so that all networks of
 * these degrees come up alike in the end (in rare directed ones a circle of three can only turn by going through others).
 * About 20 swaps a tie forget where they came from: Milo, Kashtan, Itzkovitz, Newman & Alon 2003, arXiv:cond-mat/0312028.
 *
 * All samples start from one network that is a sample itself, a full run of swaps away from the observed one. Seen from
 * there the observed network is one sample among the others, so that a p-value counted over them is exact however long a
 * run is: Besag & Clifford 1989, doi:10.1093/biomet/76.4.633.
 */
import type { CompactGraph } from '../graph/compact.ts';
import { type Execute, type Job, joined } from '../kernels/job.ts';
import { streamWords } from './random.ts';

export interface Thresholds {
  /** Period of adoption; −1: not adopted. */
  adopted: ArrayLike<number>;
  /** 1 for members whose threshold counts. */
  counts: Uint8Array;
  lagPeriods: number;
  /** Whether contacts count by the strength of their tie. */
  weighted: boolean;
}

export interface Rewiring {
  samples: number;
  swapsPerTie: number;
  seed: number;
  stream: string;
}

/**
 * The mean threshold in each rewired network: over members who count, the share of contacts who had adopted `lagPeriods`
 * before the member did. Networks in which nobody has a threshold (all contacts of strength 0) give none.
 */
export function rewiredMeanThresholds(
  graph: CompactGraph,
  thresholds: Thresholds,
  rewiring: Rewiring,
  execute: Execute,
): Float64Array {
  return joined(execute(rewiringJob(graph, thresholds, rewiring))).filter((mean) => mean >= 0);
}

const INT = 4;
const REAL = 8;
/** Of four streams of chance. */
const STATE = 64;
/** A shard finds the centre anew: a run more for each sixteen. */
const RUNS = 16;
/** Up to so many members a table of all pairs, a bit each, lies in the cache: 2 MB. */
const MOST_IN_TABLE = 4096;
/** Measured, with ten contacts each: nanoseconds for a swap that is tried. */
const SWAP_NS = 10;

/** @param table up to how many members pairs are kept in a table. */
export function rewiringJob(
  graph: CompactGraph,
  { adopted, counts, lagPeriods, weighted }: Thresholds,
  { samples, swapsPerTie, seed, stream }: Rewiring,
  table = MOST_IN_TABLE,
): Job {
  const { n, m, directed, out } = graph;
  const entries = out.targets.length;
  const swaps = swapsPerTie * m;
  const stride = n <= table ? Math.ceil(n / 8) : 0;
  return {
    kernel: 'rewiredThresholds',
    arrays: [
      ...[out.offsets, ownersOf(graph), out.targets, directed ? new Int32Array(entries) : matesOf(graph)],
      ...[out.strengths, Int32Array.from(adopted), counts],
    ],
    work: [
      entries * INT,
      entries * INT,
      entries * REAL,
      entries * INT,
      entries * INT,
      entries * REAL,
      STATE,
      n * stride,
    ],
    numbers: [
      ...[n, entries, stride, directed ? 1 : 0, weighted ? 1 : 0, lagPeriods, swaps],
      ...[samples, ...streamWords(seed, stream)],
    ],
    items: samples,
    grain: RUNS,
    result: { perShard: 0, perItem: 1 },
    cost: samples * (swaps * SWAP_NS + entries),
  };
}

/** Whose row each entry of the adjacency stands in. */
function ownersOf({ n, out }: CompactGraph): Int32Array {
  const owners = new Int32Array(out.targets.length);
  for (let v = 0; v < n; v++) owners.fill(v, out.offsets[v]!, out.offsets[v + 1]!);
  return owners;
}

/** Of each entry of an undirected adjacency, the entry of the same tie in the other's row. Rows are ascending. */
function matesOf({ n, out }: CompactGraph): Int32Array {
  const mates = new Int32Array(out.targets.length);
  const next = out.offsets.slice(0, n);
  for (let v = 0; v < n; v++) {
    for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++) mates[at] = next[out.targets[at]!]!++;
  }
  return mates;
}
