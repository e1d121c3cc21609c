/**
 * Plans a measurement: measures until a heavy job is wanted whose shards are not all there, keeps that job in the store
 * for others to carry out, and goes on from there when it is asked again.
 *
 * Safe to repeat at any moment and anywhere: a worker that does not know the measurement begins it again, and is through
 * in no time with what has been carried out; what an erasure has taken away meanwhile is made anew, from records without
 * whoever was erased.
 */
import { createHash } from 'node:crypto';
import { addressOf, addressOfArray, bytesOf, outlineOf } from '../../../analysis/kernels/content-address.ts';
import { type Job, shardsOf } from '../../../analysis/kernels/job.ts';
import type { MeasurableRecords } from '../../../data/records/index.ts';
import type { OpenMeasurement, RecordStore } from '../../../data/store/index.ts';
import type { Activities, Planned } from '../../contract/index.ts';
import { whileWorking } from '../sign-of-life.ts';
import { neverWorks } from '../world.ts';
import { kernelsName } from './kernels-name.ts';
import * as parts from './parts.ts';
import { Planning } from './planning.ts';

/** So long a measurement waits in memory for what it wants. After that it would be begun again. */
const WAITS_MS = 3_600_000;

export interface Planner extends Pick<Activities, 'planMeasurement'> {
  /** The measurement is over: what waits for it waits in vain. */
  forget(measurement: string): void;
}

export function createPlanner(store: RecordStore): Planner {
  const waiting = new Map<string, { planning: Planning; timer: NodeJS.Timeout }>();

  return {
    forget: (measurement) => taken(measurement)?.end(),

    async planMeasurement({ measurement }) {
      const opened = await store.measurements.opened(measurement);
      if (opened === null) throw neverWorks(`The measurement ${measurement} is over.`, 'MeasureError');
      const { records, isNew } = await recordsOf(store, measurement, opened);
      await refuseErased(store, measurement, opened, records);
      const answered = await store.measurements.get(measurement, parts.ANSWER);
      if (answered !== null) return { wanted: [], answer: sha256(answered) };
      if (isNew) taken(measurement)?.end();
      const { options, aboveNs } = parts.decodeQuestion(opened.question);
      const kernels = kernelsName();
      // Taken by one at a time: should this be tried again while it goes on, the other begins afresh.
      const planning = taken(measurement) ?? new Planning({ records, options, aboveNs, kernels });
      const planned = await whileWorking((signal) => nextOf(measurement, planning, kernels, signal));
      if ('wanted' in planned) return planned;
      await keep(store, measurement, parts.ANSWER, planned.answer);
      await refuseErased(store, measurement, opened, records);
      return { wanted: [], answer: sha256(planned.answer) };
    },
  };

  function taken(measurement: string): Planning | null {
    const found = waiting.get(measurement);
    if (found === undefined) return null;
    waiting.delete(measurement);
    clearTimeout(found.timer);
    return found.planning;
  }

  /** Goes on with what is there, until something is wanted or there is an answer. */
  async function nextOf(
    measurement: string,
    planning: Planning,
    kernels: string,
    signal: AbortSignal,
  ): Promise<Planned | { answer: Uint8Array }> {
    const stop = () => planning.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for (;;) {
        const said = await planning.said;
        if ('answer' in said) return { answer: parts.encodeAnswer(said.answer) };
        const { address, job } = said;
        const results = await resultsOf(store, measurement, address, shardsOf(job).length);
        if (results !== null) {
          planning.tell(results);
          continue;
        }
        await keepJob(store, measurement, { address, job, kernels });
        const timer = setTimeout(() => taken(measurement)?.end(), WAITS_MS).unref();
        waiting.set(measurement, { planning, timer });
        return { wanted: [{ job: address, shards: shardsOf(job).length }], answer: null };
      }
    } catch (error) {
      planning.end();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

/** Kept at the first asking, so that all askings measure the same; read anew where an erasure has taken them away. */
async function recordsOf(
  store: RecordStore,
  measurement: string,
  opened: OpenMeasurement,
): Promise<{ records: MeasurableRecords; isNew: boolean }> {
  const kept = await store.measurements.get(measurement, parts.RECORDS);
  if (kept !== null) return { records: parts.decodeRecords(kept), isNew: false };
  const { network, question } = opened;
  if (network === null) throw neverWorks(`The records of ${measurement} are gone.`, 'MeasureError');
  const { asOf } = parts.decodeQuestion(question);
  const records = await store.measurableRecords(network, asOf ?? undefined);
  // What a plan from before the erasure has still brought is no part of this.
  await store.measurements.clear(measurement, []);
  await keep(store, measurement, parts.RECORDS, parts.encodeRecords(records));
  return { records, isNew: true };
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

/** The results of a job's shards in order; null where one is missing. */
async function resultsOf(
  { measurements }: RecordStore,
  measurement: string,
  job: string,
  shards: number,
): Promise<Float64Array[] | null> {
  const names = await measurements.list(measurement, parts.shardsPart(job));
  if (names.length < shards) return null;
  const results: Float64Array[] = [];
  for (const name of names) {
    const bytes = await measurements.get(measurement, name);
    if (bytes === null) return null;
    results.push(new Float64Array(Uint8Array.from(bytes).buffer));
  }
  return results;
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
