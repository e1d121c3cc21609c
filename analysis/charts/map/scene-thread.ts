/** The thread of `sceneApart`: records and options in, a scene out. */
import { parentPort, workerData } from 'node:worker_threads';
import { MeasureError } from '../../measure-error.ts';
import { sceneOf } from './scene.ts';
import type { SceneQuestion, SceneWord } from './scene-apart.ts';

const { records, options } = workerData as SceneQuestion;
const tell = (word: SceneWord): void => parentPort?.postMessage(word);

try {
  tell({ kind: 'drawn', scene: sceneOf(records, options) });
} catch (error) {
  if (!(error instanceof MeasureError)) throw error;
  tell({ kind: 'refused', message: error.message });
}
