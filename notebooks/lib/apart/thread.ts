/** The thread of `apart`: a task in, its result or the words of a refusal out, and nothing of the world in between. */
import { parentPort, workerData } from 'node:worker_threads';
import { isForPeople } from '../errors.ts';
import { type Answer, JOBS, type Task } from './jobs.ts';

const { name, input } = workerData as Task;
const tell = (answer: Answer): void => parentPort?.postMessage(answer);

try {
  const job = JOBS[name] as (given: unknown) => unknown;
  tell({ done: await job(input) });
} catch (error) {
  if (!isForPeople(error)) throw error;
  tell({ refused: { name: error.name, message: error.message } });
}
