/**
 * Work in a thread of its own: what computes for seconds must not hold up the worker, which has to answer, send its signs
 * of life and serve other networks meanwhile. What goes in and comes out is plain data.
 *
 * As many threads at once as the machine has processors for: each takes a hundred megabytes and a second to begin with,
 * and a hundred networks whose checks fall on one day would otherwise take all of both from the worker itself.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { whileWorking } from './sign-of-life.ts';
import { Turns } from './turns.ts';

/** Work that needs more than this is work that would bring the machine down. */
export const MOST_MEMORY_MB = 4096;

const threads = new Turns(availableParallelism());

/** The thread's one message. Ends the thread, or the wait for it, where the activity is cancelled. */
export function inThread<Result>(entry: URL, workerData: unknown): Promise<Result> {
  return whileWorking((signal) => threads.take(() => answerOf<Result>(entry, workerData, signal), signal));
}

function answerOf<Result>(entry: URL, workerData: unknown, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, {
      workerData,
      // What the process was started with (an inspector, a loader) is not for the thread.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const stop = () => void thread.terminate();
    signal.addEventListener('abort', stop, { once: true });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // After an answer this changes nothing.
      reject(signal.aborted ? signal.reason : new Error(`The measurement ended without a result (code ${code}).`));
    });
  });
}
