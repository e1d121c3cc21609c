/** Carries one shard of a job out, and keeps its result under the job's address and the shard's number. */

import { kernelsModule } from '../../../analysis/kernels/compiled.ts';
import { arrayOf, bytesOf, jobOf } from '../../../analysis/kernels/content-address.ts';
import { type Job, type KernelArray, shardsOf } from '../../../analysis/kernels/job.ts';
import type { RecordStore } from '../../../data/store/index.ts';
import type { MeasuringActivities } from '../../contract/index.ts';
import { inThread } from '../in-thread.ts';
import { kernelsName } from './kernels-name.ts';
import * as parts from './parts.ts';

/** A worker is at one or two jobs at a time: their arrays are fetched once, not for each shard. */
const JOBS_HELD = 2;

export function shardRunner({ measurements }: Pick<RecordStore, 'measurements'>): MeasuringActivities['runShard'] {
  const held = new Map<string, Promise<Job | null>>();

  return async ({ measurement, job: address, shard }) => {
    const name = parts.shardPart(address, shard);
    if ((await measurements.list(measurement, name)).length > 0) return { kept: true };
    const job = await holding(measurement, address);
    if (job === null) return { kept: false };
    const asked = shardsOf(job)[shard];
    if (asked === undefined) throw new RangeError(`Job ${address} has no shard ${shard}.`);
    const workerData = { module: kernelsModule(), job, shard: asked };
    const result = await inThread<Float64Array>(new URL('./shard-thread.mjs', import.meta.url), workerData);
    return { kept: await measurements.put(measurement, name, bytesOf(result)) };
  };

  function holding(measurement: string, address: string): Promise<Job | null> {
    const known = held.get(address);
    if (known !== undefined) return known;
    const fetching = fetched(measurement, address);
    held.set(address, fetching);
    for (const oldest of [...held.keys()].slice(0, -JOBS_HELD)) held.delete(oldest);
    const forget = (job: Job | null) => {
      if (job === null) held.delete(address);
    };
    fetching.then(forget, () => forget(null));
    return fetching;
  }

  async function fetched(measurement: string, address: string): Promise<Job | null> {
    const bytes = await measurements.get(measurement, parts.jobPart(address));
    if (bytes === null) return null;
    const outline = parts.decodeJob(bytes);
    if (outline.kernels !== kernelsName()) {
      throw new Error('This worker has other kernels than the one that planned: bring both to one version of Weft.');
    }
    const arrays: KernelArray[] = [];
    for (const { kind, address: array } of outline.arrays) {
      const content = await measurements.get(measurement, parts.arrayPart(array));
      if (content === null) return null;
      arrays.push(arrayOf(kind, content));
    }
    return jobOf(outline, arrays);
  }
}
