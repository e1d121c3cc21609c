/**
 * What computes at this moment, so that an interrupted cell can stop it: heavy work runs in threads, which end at once.
 */
import { WeftError } from '../errors.ts';

const running = new Set<AbortController>();

/** Runs something that ends when its signal is aborted: by the caller's own signal, or by `cancel`. */
export async function stoppable<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  ownSignal?: AbortSignal,
): Promise<Result> {
  const controller = new AbortController();
  const stop = () => controller.abort(ownSignal?.reason);
  ownSignal?.addEventListener('abort', stop, { once: true });
  if (ownSignal?.aborted === true) stop();
  running.add(controller);
  try {
    return await work(controller.signal);
  } finally {
    running.delete(controller);
    ownSignal?.removeEventListener('abort', stop);
  }
}

/**
 * Stops everything that is being measured or simulated; each cell that waits for it ends with these words.
 * @returns how many were stopped.
 * @example cancel()
 */
export function cancel(): number {
  const stopped = [...running];
  for (const controller of stopped) controller.abort(new WeftError('Stopped before it was done; nothing was kept.'));
  return stopped.length;
}
