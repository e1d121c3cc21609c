/**
 * Errors that come when their cell is over: a timer's, a promise's that nobody awaited. The reader sees them below the
 * cell; `weft notebook --check` reads them from the file that it names, since Jupyter counts such a notebook as fine.
 */
import { appendFileSync } from 'node:fs';
import type { CellError } from './cells/cell-error.ts';

/** Set by the check: each late error becomes a line of JSON there. */
export const LATE_ERRORS_FILE = 'WEFT_NOTEBOOK_LATE_ERRORS';

export interface LateError {
  /** The number of the cell that it came from. */
  count: number;
  lines: string[];
}

/** How long a checked notebook's timers may go on after its last cell. */
const LONGEST_WAIT_MILLISECONDS = 3_000;
const LOOK_AGAIN_AFTER_MILLISECONDS = 20;

export function reportLate(count: number, { lines }: CellError): void {
  const file = process.env[LATE_ERRORS_FILE];
  if (file === undefined) return;
  const late: LateError = { count, lines };
  appendFileSync(file, `${JSON.stringify(late)}\n`);
}

/** Waits until no timer is left that might fail, where a check is listening. */
export async function untilTimersAreQuiet(): Promise<void> {
  if (process.env[LATE_ERRORS_FILE] === undefined) return;
  const until = performance.now() + LONGEST_WAIT_MILLISECONDS;
  while (performance.now() < until && process.getActiveResourcesInfo().includes('Timeout')) {
    // Not by a timer that counts itself.
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER_MILLISECONDS).unref());
  }
}
