/**
 * Plans a measurement: measures with what is known so far, and keeps what is wanted in the store for others to carry out.
 *
 * Safe to repeat at any moment: what was kept is found again, and what an erasure has taken away meanwhile is made anew,
 * from records without whoever was erased.
 */
import { createHash } from 'node:crypto';
import { addressOf, addressOfArray, bytesOf, outlineOf } from '../../../analysis/kernels/content-address.ts';
import { type Job, shardsOf } from '../../../analysis/kernels/job.ts';
import type { MeasurableRecords } from '../../../data/records/index.ts';
import type { OpenMeasurement, RecordStore } from '../../../data/store/index.ts';
import type { Planned } from '../../contract/index.ts';
import { inThread } from '../in-thread.ts';
import { neverWorks } from '../world.ts';
import { kernelsName } from './kernels-name.ts';
import type { Known, Outcome } from './measure-with-known.ts';
import * as parts from './parts.ts';

export async function planMeasurement(store: RecordStore, measurement: string): Promise<Planned> {
  const { measurements } = store;
  const opened = await measurements.opened(measurement);
  if (opened === null) throw neverWorks(`The measurement ${measurement} is over.`, 'MeasureError');
  const records = await recordsOf(store, measurement, opened);
  await refuseErased(store, measurement, opened, records);
  const answered = await measurements.get(measurement, parts.ANSWER);
  if (answered !== null) return { wanted: [], answer: sha256(answered) };

  const { asOf: _asOf, ...question } = parts.decodeQuestion(opened.question);
  const kernels = kernelsName();
  const finished = await finishedJobs(store, measurement);
  const known: Known = { ...question, records, kernels, finished };
  const outcome = await inThread<Outcome>(new URL('./plan-thread.mjs', import.meta.url), known);

  if ('wanted' in outcome) {
    const wanted: Planned['wanted'] = [];
    for (const [address, job] of outcome.wanted) {
      await keepJob(store, measurement, { address, job, kernels });
      wanted.push({ job: address, shards: shardsOf(job).length });
    }
    return { wanted, answer: null };
  }
  const bytes = parts.encodeAnswer(outcome);
  await keep(store, measurement, parts.ANSWER, bytes);
  await refuseErased(store, measurement, opened, records);
  return { wanted: [], answer: sha256(bytes) };
}

/** Kept at the first asking, so that all askings measure the same; read anew where an erasure has taken them away. */
async function recordsOf(store: RecordStore, measurement: string, opened: OpenMeasurement): Promise<MeasurableRecords> {
  const kept = await store.measurements.get(measurement, parts.RECORDS);
  if (kept !== null) return parts.decodeRecords(kept);
  const { network, question } = opened;
  if (network === null) throw neverWorks(`The records of ${measurement} are gone.`, 'MeasureError');
  const { asOf } = parts.decodeQuestion(question);
  const records = await store.measurableRecords(network, asOf ?? undefined);
  // What a plan from before the erasure has still brought is no part of this.
  await store.measurements.clear(measurement, []);
  await keep(store, measurement, parts.RECORDS, parts.encodeRecords(records));
  return records;
}

/** Whoever was erased between reading and keeping must not come back with what was known before. */
async function refuseErased(
  store: RecordStore,
  measurement: string,
  { network }: OpenMeasurement,
  { members }: MeasurableRecords,
): Promise<void> {
  if (network === null) return;
  const people = members.map(({ member }) => member);
  if ((await store.erased(network, people)).length === 0) return;
  await store.measurements.clear(measurement, []);
  throw new Error('Somebody was erased while this was measured: it is measured anew.');
}

/** Jobs of which every shard is there, with the results in order. */
async function finishedJobs({ measurements }: RecordStore, measurement: string): Promise<Map<string, Float64Array[]>> {
  const finished = new Map<string, Float64Array[]>();
  for (const [job, names] of shardsByJob(await measurements.list(measurement, parts.SHARDS))) {
    const outline = await measurements.get(measurement, parts.jobPart(job));
    if (outline === null || shardsOf(parts.decodeJob(outline)).length !== names.length) continue;
    const results: Float64Array[] = [];
    for (const name of names) {
      const bytes = await measurements.get(measurement, name);
      if (bytes !== null) results.push(new Float64Array(Uint8Array.from(bytes).buffer));
    }
    if (results.length === names.length) finished.set(job, results);
  }
  return finished;
}

function shardsByJob(names: readonly string[]): Map<string, string[]> {
  const byJob = new Map<string, string[]>();
  for (const name of names) {
    const job = parts.jobOfShard(name);
    byJob.set(job, [...(byJob.get(job) ?? []), name]);
  }
  return byJob;
}

/** Arrays first: a job that is there can be carried out. */
async function keepJob(
  store: RecordStore,
  measurement: string,
  { address, job, kernels }: { address: string; job: Job; kernels: string },
): Promise<void> {
  const outline = outlineOf(job, kernels);
  if (addressOf(outline) !== address) throw new Error('A job has changed on its way between threads.');
  const has = new Set(await store.measurements.list(measurement, parts.arrayPart('')));
  for (const array of job.arrays) {
    const name = parts.arrayPart(addressOfArray(array).address);
    if (!has.has(name)) await keep(store, measurement, name, bytesOf(array));
    has.add(name);
  }
  await keep(store, measurement, parts.jobPart(address), parts.encodeJob(outline));
}

async function keep(
  { measurements }: RecordStore,
  measurement: string,
  part: string,
  bytes: Uint8Array,
): Promise<void> {
  const isKept = await measurements.put(measurement, part, bytes);
  if (!isKept) throw neverWorks(`The measurement ${measurement} is over.`, 'MeasureError');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
