/**
 * Work in a thread of its own: what computes for seconds must not hold up the worker, which has to answer, send its signs
 * of life and serve other networks meanwhile. What goes in and comes out is plain data.
 */
import { Worker } from 'node:worker_threads';
import { whileWorking } from './sign-of-life.ts';

/** Work that needs more than this is work that would bring the machine down. */
export const MOST_MEMORY_MB = 4096;

/** The thread's one message. Ends the thread where the activity is cancelled. */
export function inThread<Result>(entry: URL, workerData: unknown): Promise<Result> {
  return whileWorking(
    (signal) =>
      new Promise((resolve, reject) => {
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
      }),
  );
}
