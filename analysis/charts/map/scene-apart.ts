/**
 * A map's scene from a thread of its own, for whoever must not wait: thousands of members take seconds to find their
 * places, and a notebook's kernel answers meanwhile. A signal that is aborted ends the thread at once.
 *
 * What a picture looks like must not hang on where it was made: thread and caller run the same function.
 */
import { Worker } from 'node:worker_threads';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { MeasureError } from '../../measure-error.ts';
import type { MapOptions } from './options.ts';
import { type MapScene, sceneOf } from './scene.ts';

/** So few have their places sooner than a thread has started. */
const FEW_MEMBERS = 300;

/** What the thread is given. */
export interface SceneQuestion {
  records: NetworkRecords;
  options: MapOptions;
}

/** What it tells. */
export type SceneWord = { kind: 'drawn'; scene: MapScene } | { kind: 'refused'; message: string };

export async function sceneApart(
  records: NetworkRecords,
  options: MapOptions = {},
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<MapScene> {
  signal?.throwIfAborted();
  if (records.members.length <= FEW_MEMBERS) return sceneOf(records, options);
  const { labels } = options;
  // A function does not travel: ids do, and become labels here.
  if (typeof labels !== 'function') return inThread({ records, options }, signal);
  const scene = await inThread({ records, options: { ...options, labels: 'ids' } }, signal);
  const dots = scene.dots.map((dot) => ({ ...dot, label: String(labels(dot.label!)) }));
  return { ...scene, dots, options: { ...scene.options, labels } };
}

function inThread(question: SceneQuestion, signal: AbortSignal | undefined): Promise<MapScene> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./scene-thread.mjs', import.meta.url), {
      workerData: question,
      // What the process was started with (an inspector, a loader) is not for the thread.
      execArgv: [],
    });
    const stop = (): void => void thread.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    thread.on('message', (word: SceneWord) => {
      if (word.kind === 'drawn') resolve(word.scene);
      else reject(new MeasureError(word.message));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // After an answer this changes nothing.
      reject(signal?.aborted ? signal.reason : new Error(`the map ended without a picture (code ${code})`));
    });
  });
}
