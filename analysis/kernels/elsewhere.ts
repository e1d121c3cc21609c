/**
 * Carries jobs out for a measurement that is spread over machines: small ones here, heavy ones by whoever `elsewhere`
 * asks. Their shards come back in the same order as from a measurement on one machine, and so the bytes are the same.
 */
import { addressOf, outlineOf } from './content-address.ts';
import { createExecute } from './execute.ts';
import { type Execute, type Job, shardsOf } from './job.ts';

/** Gives the result of every shard, in order; waits until they are there. */
export type Elsewhere = (address: string, job: Job) => readonly Float64Array[];

export interface SpreadOptions {
  /** Jobs that cost more than this are carried out elsewhere. */
  aboveNs: number;
  /** Which build of the kernels: it is a part of a job's address. */
  kernels: string;
  elsewhere: Elsewhere;
  /** Who carries out what is small. */
  here?: Execute;
}

export function createSpreadingExecute({
  aboveNs,
  kernels,
  elsewhere,
  here = createExecute(),
}: SpreadOptions): Execute {
  return (job) => {
    if (job.cost <= aboveNs || shardsOf(job).length < 2) return here(job);
    return [...elsewhere(addressOf(outlineOf(job, kernels)), job)];
  };
}
