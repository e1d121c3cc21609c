/** Does a job in a thread of its own, which ends at once when its signal is aborted. */
import { Worker } from 'node:worker_threads';
import { WeftError } from '../errors.ts';
import type { Answer, InputOf, JobName, OutputOf, Task } from './jobs.ts';
import { stoppable } from './running.ts';

export function apart<Name extends JobName>(
  name: Name,
  input: InputOf<Name>,
  ownSignal?: AbortSignal,
): Promise<OutputOf<Name>> {
  return stoppable((signal) => inThread({ name, input }, signal) as Promise<OutputOf<Name>>, ownSignal);
}

function inThread(task: Task, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const thread = new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: task,
      // What the process was started with (an inspector, a loader) is not for the thread.
      execArgv: [],
    });
    const stop = (): void => void thread.terminate();
    signal.addEventListener('abort', stop, { once: true });
    thread.once('message', (answer: Answer) => {
      if ('done' in answer) resolve(answer.done);
      else reject(new WeftError(answer.refused.message));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // After an answer this changes nothing.
      reject(signal.aborted ? signal.reason : new Error(`the work ended without a result (code ${code})`));
    });
  });
}
