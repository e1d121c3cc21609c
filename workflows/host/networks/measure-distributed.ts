/**
 * A measurement on all workers there are: put into the store, run as a workflow, watched until it has its answer, and
 * cleared away. Whoever asks waits here; where they cancel, the workflow and its shards are cancelled too.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { Instant, MeasurableRecords } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/index.ts';
import {
  ANSWER,
  type Answer,
  concealed,
  decodeAnswer,
  encodeQuestion,
  encodeRecords,
  type MeasureOptions,
  RECORDS,
  SHARDS,
} from '../../activities/measurement/index.ts';
import type { ProcessStatus, ProgrammeClock, ReportSignal, Settings, WorkflowStarts } from '../../contract/index.ts';
import { COLLECTED, REPORT_SIGNAL, STATUS_QUERY, TASK_QUEUE, workflowId } from '../../contract/index.ts';
import { RefusedError } from './refused.ts';

/** What is measured: a network as of a date, or what files say. */
export type Measured = { network: string; asOf: Instant | null } | { records: MeasurableRecords };

export interface Watching {
  onProgress?: (progress: MeasuringProgress) => void;
  /** Aborting it cancels the measurement. */
  signal?: AbortSignal;
}

export interface MeasuringProgress {
  /** How often it was planned. */
  plans: number;
  shardsDone: number;
  /** Of all that are wanted by now. */
  shards: number;
}

interface Places {
  store: RecordStore;
  client: Client;
  aboveNs: number;
  settings: Settings;
  nowRealMs: number;
}

const LOOK_EVERY_MS = 250;
const DAY_MS = 86_400_000;

/** @throws RefusedError where it was cancelled, has failed, or the network has changed under it. */
export async function measureDistributed(
  places: Places,
  measured: Measured,
  options: MeasureOptions,
  watching: Watching = {},
): Promise<Answer> {
  const { store, client, aboveNs, settings } = places;
  const measurement = `m${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const isNetwork = 'network' in measured;
  const hidden = isNetwork ? null : concealed(measured.records, options);
  const network = isNetwork ? measured.network : null;
  const question = encodeQuestion({ asOf: isNetwork ? measured.asOf : null, options, aboveNs });
  await store.measurements.begin(measurement, { network, question });
  try {
    if (hidden !== null) await store.measurements.put(measurement, RECORDS, encodeRecords(hidden.records));
    const start: WorkflowStarts['measurement'] = {
      ...{ network, measurement, settings },
      // Also of a network whose days last seconds: whoever waits for a measurement lives in real time.
      clock: realTime(places.nowRealMs),
    };
    const handle = await client.workflow.start('measurement', {
      workflowId: workflowId({ kind: 'measurement', measurement }),
      taskQueue: TASK_QUEUE,
      args: [start],
    });
    const answer = await answerOf(store, handle, measurement, watching);
    if ('refused' in answer) return { refused: hidden?.reveal.words(answer.refused) ?? answer.refused };
    return { measurement: hidden?.reveal.measurement(answer.measurement) ?? answer.measurement };
  } finally {
    // The workflow has done so itself, unless it never began or was ended from outside.
    await store.measurements.end(measurement);
  }
}

async function answerOf(
  store: RecordStore,
  handle: WorkflowHandle,
  measurement: string,
  { onProgress, signal }: Watching,
): Promise<Answer> {
  let hasEnded = false;
  let told: MeasuringProgress = { plans: 0, shards: 0, shardsDone: 0 };
  const ended = handle.result().then(
    () => {
      hasEnded = true;
    },
    () => {
      hasEnded = true;
    },
  );
  const cancel = () => void handle.cancel().catch(() => undefined);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      const isOver = hasEnded;
      const status = await statusOf(handle);
      // Only the workflow knows an answer to be good: one that lies there may still name who is being erased.
      if (status?.stage === 'answered' && !signal?.aborted) {
        const bytes = await store.measurements.get(measurement, ANSWER);
        await handle.signal(REPORT_SIGNAL, collected(measurement));
        await ended;
        if (bytes === null) throw new RefusedError('Somebody was erased while this was measured. Measure again.');
        return decodeAnswer(bytes);
      }
      if (isOver) throw new RefusedError(whyEnded(status?.stage, signal?.aborted ?? false));
      if (status !== null && onProgress !== undefined) {
        told = further(told, await progressOf(store, measurement, status));
        onProgress(told);
      }
      await Promise.race([delay(LOOK_EVERY_MS), ended]);
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function progressOf(
  store: RecordStore,
  measurement: string,
  { counts: { plans = 0, shards = 0 } }: ProcessStatus,
): Promise<MeasuringProgress> {
  const shardsDone = (await store.measurements.list(measurement, SHARDS)).length;
  return { plans, shards, shardsDone: Math.min(shardsDone, shards) };
}

/** A run that has just begun has not counted yet: what was done stays done. */
function further(told: MeasuringProgress, seen: MeasuringProgress): MeasuringProgress {
  return {
    plans: Math.max(told.plans, seen.plans),
    shards: Math.max(told.shards, seen.shards),
    shardsDone: Math.max(told.shardsDone, seen.shardsDone),
  };
}

function whyEnded(stage: string | undefined, isCancelled: boolean): string {
  if (isCancelled || stage === 'cancelled') return 'The measurement was cancelled; nothing of it is kept.';
  if (stage === 'failed') {
    return 'The measurement failed; nothing of it is kept. The log of the worker (logs/worker.log) says why.';
  }
  return 'The measurement was ended from outside before it had an answer. Measure again.';
}

/** Null while no worker answers. */
async function statusOf(handle: WorkflowHandle): Promise<ProcessStatus | null> {
  return handle.query<ProcessStatus>(STATUS_QUERY).catch(() => null);
}

function collected(measurement: string): ReportSignal {
  return { from: measurement, report: COLLECTED, data: {} };
}

function realTime(nowRealMs: number): ProgrammeClock {
  return { startedRealMs: nowRealMs, startedProgrammeMs: nowRealMs, dayLastsMs: DAY_MS };
}
