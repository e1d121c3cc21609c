/**
 * A worker that only measures: it takes shards of measurements from a queue of their own, as many at once as the machine
 * has processors for. It needs the store of records and Temporal, and neither keys nor mails nor the folder of reports:
 * so it may run on any machine, beside the worker that runs the networks or far from it.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { openStore, type RecordStore } from '../../data/store/index.ts';
import { createMeasuringActivities } from '../activities/index.ts';
import { MEASURING_QUEUE, NAMESPACE } from '../contract/index.ts';
import { connectTemporal, temporalAddress } from './connection.ts';
import { openLog, STANDARD_ERROR } from './log.ts';
import { databasePlace, pathsOf } from './paths.ts';
import { installRuntime } from './runtime.ts';

export interface MeasuringWorkerOptions {
  dataDir: string;
  env: NodeJS.ProcessEnv;
  onReady?: (ready: { temporal: string; atOnce: number }) => void;
  /** Aborting it stops the worker in good order. */
  signal?: AbortSignal;
}

/** A shard that is cut off is tried again by another worker. */
const GRACE = '8 seconds';

/** So soon a shard learns that its measurement was cancelled. */
const HEARTBEAT_AT_LEAST_EVERY = '5 seconds';

export function createMeasuringWorker(connection: NativeConnection, store: RecordStore): Promise<Worker> {
  return Worker.create({
    connection,
    namespace: NAMESPACE,
    taskQueue: MEASURING_QUEUE,
    activities: createMeasuringActivities(store),
    maxConcurrentActivityTaskExecutions: availableParallelism(),
    maxHeartbeatThrottleInterval: HEARTBEAT_AT_LEAST_EVERY,
    shutdownGraceTime: GRACE,
  });
}

/** Runs until it is stopped. @throws NotRunning where there is no Temporal to work for. */
export async function runMeasuringWorker({ dataDir, env, onReady, signal }: MeasuringWorkerOptions): Promise<void> {
  const paths = pathsOf(dataDir);
  const log = openLog(existsSync(paths.dataDir) ? join(paths.logs, 'measuring.log') : STANDARD_ERROR);
  installRuntime(log);
  const address = await temporalAddress(dataDir, env);
  // In words for people where nobody answers; the worker's own connection would say it in Rust's.
  await (await connectTemporal(address)).close();
  const store = await openStore(databasePlace(paths, env));
  try {
    const connection = await NativeConnection.connect({ address });
    try {
      const worker = await createMeasuringWorker(connection, store);
      log.info({ address, taskQueue: MEASURING_QUEUE }, 'measuring worker ready');
      await runTogether([worker], signal, () => onReady?.({ temporal: address, atOnce: availableParallelism() }));
      log.info('measuring worker stopped');
    } finally {
      await connection.close();
    }
  } finally {
    await store.close();
  }
}

/** Runs workers of one process until they are stopped; where one ends in an error, so do the others. */
export async function runTogether(
  workers: readonly Worker[],
  signal: AbortSignal | undefined,
  onReady: () => void,
): Promise<void> {
  const stop = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const running = workers.map((worker) => worker.run().finally(stop));
    onReady();
    if (signal?.aborted) stop();
    const ends = await Promise.allSettled(running);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
