/** A cell from its start to its end: how it is interrupted, failed from outside, and what it still waits for. */
import { Interrupted } from './cell-error.ts';
import type { Run } from './run-cell.ts';

export interface StartedRun extends Run {
  /** Rejects when the cell is to end before its time. */
  readonly ended: Promise<never>;
  /** Waits for all that the cell is to wait for, also for what comes in meanwhile. */
  settle(): Promise<void>;
  end(): void;
}

export function createRun(count: number, text: string): StartedRun {
  const stop = new AbortController();
  const awaited: Promise<unknown>[] = [];
  let isOver = false;
  let reject: (error: unknown) => void = () => undefined;
  const ended = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  // Whoever runs the cell looks at it; when nobody does any more, it is no error of anybody's.
  ended.catch(() => undefined);
  return {
    count,
    text,
    lineAt: () => null,
    signal: stop.signal,
    ended,
    interrupt() {
      const interrupted = new Interrupted();
      stop.abort(interrupted);
      reject(interrupted);
    },
    fail(error) {
      reject(error);
    },
    waitFor(work) {
      // What it fails with fails the cell, and is no rejection that nobody looked at.
      work.catch(() => undefined);
      awaited.push(work);
    },
    async settle() {
      for (let next = awaited.shift(); next !== undefined; next = awaited.shift()) await next;
    },
    isOver: () => isOver,
    end() {
      isOver = true;
    },
  };
}
