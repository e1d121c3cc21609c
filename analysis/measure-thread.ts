/** The thread of `measureApart`: a question in, progress and an answer out, and nothing of the world in between. */
import { parentPort, workerData } from 'node:worker_threads';
import { createExecute } from './kernels/execute.ts';
import { measure } from './measure.ts';
import type { Question, Word } from './measure-apart.ts';
import { MeasureError } from './measure-error.ts';

const { records, options, threads } = workerData as Question;
const tell = (word: Word): void => parentPort?.postMessage(word);

try {
  const execute = createExecute({ threads, onProgress: (progress) => tell({ kind: 'progress', progress }) });
  tell({ kind: 'measured', measurement: measure(records, options, execute) });
} catch (error) {
  if (!(error instanceof MeasureError)) throw error;
  tell({ kind: 'refused', message: error.message });
}
