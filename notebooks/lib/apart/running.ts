/**
 * What computes at this moment, so that an interrupted cell can stop it: heavy work runs in threads, which end at once.
 */
import { WeftError } from '../errors.ts';
import { currentCell } from '../show/cell.ts';

const running = new Set<AbortController>();

/** Runs something that ends when its signal is aborted: by the caller's own, by an interrupted cell, or by `cancel`. */
export async function stoppable<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  ownSignal?: AbortSignal,
): Promise<Result> {
  const controller = new AbortController();
  const signals = [ownSignal, currentCell()?.signal].filter((signal) => signal !== undefined);
  running.add(controller);
  try {
    return await work(AbortSignal.any([controller.signal, ...signals]));
  } finally {
    running.delete(controller);
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
