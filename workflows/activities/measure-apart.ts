/**
 * Measures in a thread of its own: thousands of permutations take seconds, and meanwhile the worker must answer, send
 * its signs of life and serve other networks. What goes in and comes out is plain data.
 */
import { Worker } from 'node:worker_threads';
import type { HealthAnswer } from './answer-health.ts';
import type { HealthQuestion } from './health-input.ts';
import { whileWorking } from './sign-of-life.ts';

/** A measurement that needs more than this is one that would bring the machine down. */
const MOST_MEMORY_MB = 4096;

export function measureApart(question: HealthQuestion): Promise<HealthAnswer> {
  return whileWorking(
    (signal) =>
      new Promise((resolve, reject) => {
        const thread = new Worker(new URL('./measure-thread.mjs', import.meta.url), {
          workerData: question,
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
