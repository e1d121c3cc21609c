/**
 * A picture of thousands as PNG: as SVG it would weigh megabytes, and pages that hold several of them would not open. It is
 * drawn in a thread, because ten thousand lines take seconds and whoever waits may want to stop.
 */
import { Worker } from 'node:worker_threads';
import type { Chart } from '../../../analysis/charts/chart.ts';
import { WeftError } from '../errors.ts';

/** What the thread is given. */
export type Picture = Pick<Chart, 'id' | 'title' | 'description' | 'spec'>;

export function stillPicture({ id, title, description, spec }: Picture, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const picture: Picture = { id, title, description, spec };
    // What the process was started with (an inspector, a loader) is not for the thread.
    const thread = new Worker(new URL('./still-thread.mjs', import.meta.url), { workerData: picture, execArgv: [] });
    const stop = (): void => void thread.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    thread.once('message', (png: Uint8Array) => resolve(Buffer.from(png)));
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // After the picture this changes nothing.
      const stopped = new WeftError('Stopped before the map was drawn.');
      reject(signal?.aborted ? (signal.reason ?? stopped) : new Error(`the picture was not drawn (code ${code})`));
    });
  });
}
