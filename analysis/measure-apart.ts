/**
 * Measures in a thread of its own, for whoever must not wait: a notebook that draws meanwhile, a server that answers.
 *
 * The thread measures as `measure` does, and the pool's threads carry its heavy work out; progress comes shard by shard.
 * A signal that is aborted ends all of them at once: nothing is half done, since nothing is done but the answer.
 */
import { Worker } from 'node:worker_threads';
import type { MeasurableRecords } from '../data/records/index.ts';
import type { Progress } from './kernels/execute.ts';
import type { Measurement, MeasureOptions } from './measure.ts';
import { MeasureError } from './measure-error.ts';

export interface ApartOptions {
  /** Default: as many as the machine has processors for. */
  threads?: number;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** What the thread is given. */
export interface Question {
  records: MeasurableRecords;
  options: MeasureOptions;
  threads: number | undefined;
}

/** What it tells. */
export type Word =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'measured'; measurement: Measurement }
  | { kind: 'refused'; message: string };

export function measureApart(
  records: MeasurableRecords,
  options: MeasureOptions = {},
  { threads, onProgress, signal }: ApartOptions = {},
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const question: Question = { records, options, threads };
    const thread = new Worker(new URL('./measure-thread.mjs', import.meta.url), {
      workerData: question,
      // What the process was started with (an inspector, a loader) is not for the thread.
      execArgv: [],
    });
    const stop = (): void => void thread.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    thread.on('message', (word: Word) => {
      if (word.kind === 'progress') onProgress?.(word.progress);
      else if (word.kind === 'measured') resolve(word.measurement);
      else reject(new MeasureError(word.message));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // After an answer this changes nothing.
      reject(signal?.aborted ? signal.reason : new Error(`the measurement ended without a result (code ${code})`));
    });
  });
}
