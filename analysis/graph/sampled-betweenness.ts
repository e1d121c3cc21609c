/**
 * Betweenness from a sample of sources, for networks in which ways from everybody would take minutes.
 *
 * Sources are drawn without replacement, and the sums over them are scaled up: unbiased for every member. How far that
 * may be off is said twice. For everybody at once: with probability 95 % no member's figure is off by more than `bound`
 * (Hoeffding's and Serfling's inequality, over all members; it assumes nothing and is wide). For each member: the standard
 * error, from 32 parts of the sample, which is what one reads beside a figure. (Two of them hold the exact figure less
 * often than 19 times in 20 for members whose betweenness hangs on few others: such sources are drawn or they are not.)
 *
 * Brandes & Pich 2007, doi:10.1142/S0218127407018403; Bardenet & Maillard 2015, doi:10.3150/14-BEJ605.
 */
import type { Random } from '../inference/random.ts';
import type { Execute } from '../kernels/job.ts';
import { betweennessJob } from './betweenness.ts';
import type { CompactGraph } from './compact.ts';

export interface SampledBetweenness {
  /** Per member Σ σst(v)/σst over ordered pairs, estimated. */
  byPairs: Float64Array;
  /** Of the figure divided by (n − 1)(n − 2). */
  standardErrors: Float64Array;
  bound: number;
  sources: number;
}

/** Parts of equal size, so that the shards of the job are the parts of the sample. */
const PARTS = 32;
const LANES = 8;
const CHANCE_OF_ERROR = 0.05;

/** The nearest number of sources that falls into equal parts. */
export function wholeSample(sources: number): number {
  return Math.max(1, Math.round(sources / (PARTS * LANES))) * PARTS * LANES;
}

/** @param sources a whole sample (`wholeSample`), fewer than there are members. */
export function sampledBetweenness(
  graph: CompactGraph,
  lengths: Float64Array | null,
  sources: number,
  random: Random,
  execute: Execute,
): SampledBetweenness {
  const { n } = graph;
  const order = Int32Array.from({ length: n }, (_, v) => v);
  random.shuffle(order);
  const shards = execute(betweennessJob(graph, { lengths, sources: order.slice(0, sources) }));
  const byPairs = new Float64Array(n);
  const standardErrors = new Float64Array(n);
  const left = 1 - sources / n;
  for (let v = 0; v < n; v++) {
    let sum = 0;
    for (const shard of shards) sum += shard[v]!;
    let squares = 0;
    for (const shard of shards) squares += (shard[v]! - sum / shards.length) ** 2;
    byPairs[v] = (sum * n) / sources;
    const ofSum = Math.sqrt((left * shards.length * squares) / (shards.length - 1));
    standardErrors[v] = (ofSum * n) / sources / (n - 1) / (n - 2);
  }
  return { byPairs, standardErrors, bound: boundOf(sources, n), sources };
}

/** A source's share of a member's figure lies between 0 and 1; the figure is n/(n − 1) times the mean of n such shares. */
function boundOf(sources: number, n: number): number {
  const drawn = sources <= n / 2 ? 1 - (sources - 1) / n : (1 - sources / n) * (1 + 1 / sources);
  return (n / (n - 1)) * Math.sqrt((drawn * Math.log((2 * n) / CHANCE_OF_ERROR)) / (2 * sources));
}
