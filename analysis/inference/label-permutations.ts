/**
 * Ties within groups, when labels are shuffled over members: group sizes fixed and ties kept.
 *
 * What a silo test needs of each shuffled labelling is one number. Counted by a kernel, sixteen labellings at a time.
 */
import { type Execute, type Job, joined } from '../kernels/job.ts';
import { streamWords } from './random.ts';

export interface LabelPermutations {
  /** Group of each member. */
  labels: Int32Array;
  groups: number;
  /** The first so many members are shuffled among themselves, and the others among themselves. Default: all together. */
  first?: number;
  from: Int32Array;
  to: Int32Array;
  /** Null: each tie counts 1. */
  weights: Float64Array | null;
  permutations: number;
  seed: number;
  stream: string;
}

const INT = 4;
/** Of four streams of chance. */
const STATE = 64;
/** Labellings that a kernel shuffles at once. */
const RUNS = 16;
const MOST_BYTE_LABELS = 256;

/** For each shuffled labelling, the number (or weight) of ties whose ends are in one group. */
export function tiesWithinShuffled(of: LabelPermutations, execute: Execute): Float64Array {
  return joined(execute(labelPermutationsJob(of)));
}

export function labelPermutationsJob(of: LabelPermutations): Job {
  const { labels, groups, from, to, weights, permutations, seed, stream } = of;
  const n = labels.length;
  const first = of.first ?? n;
  const ties = from.length;
  const runs = {
    numbers: [n, ties, first, ...streamWords(seed, stream)],
    items: permutations,
    grain: RUNS,
    result: { perShard: 0, perItem: 1 },
  };
  if (weights === null && groups <= MOST_BYTE_LABELS) {
    return {
      kernel: 'tiesWithin',
      arrays: [from, to, Uint8Array.from(labels)],
      work: [4 * n, RUNS * n, STATE, RUNS],
      ...runs,
      cost: permutations * (3 * n + 0.3 * ties),
    };
  }
  return {
    kernel: 'weightWithin',
    arrays: [from, to, weights ?? new Float64Array(ties).fill(1), labels],
    work: [n * INT, STATE],
    ...runs,
    cost: permutations * (6 * n + 2 * ties),
  };
}
