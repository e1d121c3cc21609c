/**
 * Carries jobs out for a measurement that is spread over machines: small ones here, and of heavy ones only looks up what
 * has been carried out already. One that has not is noted as wanted, and whoever asked for it is told to give up.
 *
 * So a measurement is asked again and again, each time with more known, until nothing is wanted: the last asking takes
 * the same shards in the same order as a measurement on one machine, and gives the same bytes.
 */
import { addressOf, outlineOf } from './content-address.ts';
import { createExecute } from './execute.ts';
import { type Execute, type Job, shardsOf } from './job.ts';

/** What asked for the job cannot go on before it has been carried out elsewhere. */
export class Wanted extends Error {
  override readonly name = 'Wanted';
  constructor() {
    super('a job has to be carried out elsewhere first');
  }
}

export interface SpreadOptions {
  /** Jobs that cost more than this are carried out elsewhere. */
  aboveNs: number;
  /** Which build of the kernels, `kernelsName()`. */
  kernels: string;
  /** The shards' results of jobs that have been carried out, by address. */
  finished: ReadonlyMap<string, readonly Float64Array[]>;
  /** Who carries out what is small. */
  here?: Execute;
}

export interface Spreading {
  execute: Execute;
  /** By address: what was asked for and is not finished. */
  wanted: ReadonlyMap<string, Job>;
}

export function spreading({ aboveNs, kernels, finished, here = createExecute() }: SpreadOptions): Spreading {
  const wanted = new Map<string, Job>();
  const execute: Execute = (job) => {
    if (job.cost <= aboveNs || shardsOf(job).length < 2) return here(job);
    const address = addressOf(outlineOf(job, kernels));
    const known = finished.get(address);
    if (known === undefined) {
      wanted.set(address, job);
      throw new Wanted();
    }
    return known.map((result) => result.slice());
  };
  return { execute, wanted };
}
