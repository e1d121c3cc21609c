/** A measurement with what other machines have carried out so far: more is wanted, or there is an answer. Pure. */
import type { Job } from '../../../analysis/kernels/job.ts';
import { spreading, Wanted } from '../../../analysis/kernels/wanted-elsewhere.ts';
import { type MeasureOptions, measure } from '../../../analysis/measure.ts';
import { MeasureError } from '../../../analysis/measure-error.ts';
import type { MeasurableRecords } from '../../../data/records/index.ts';
import type { Answer } from './parts.ts';

export interface Known {
  records: MeasurableRecords;
  options: MeasureOptions;
  aboveNs: number;
  kernels: string;
  /** The shards' results of jobs that have been carried out, by the jobs' addresses. */
  finished: ReadonlyMap<string, readonly Float64Array[]>;
}

export type Outcome = { wanted: [address: string, job: Job][] } | Answer;

export function measureWithKnown({ records, options, ...known }: Known): Outcome {
  const { execute, wanted } = spreading(known);
  try {
    return { measurement: measure(records, options, execute) };
  } catch (error) {
    if (error instanceof Wanted) return { wanted: [...wanted] };
    if (error instanceof MeasureError) return { refused: error.message };
    throw error;
  }
}
