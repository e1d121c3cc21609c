/**
 * The notebook cell that is running, as the kernel tells the library of it: where pictures go, and when to stop.
 *
 * The kernel runs the library's sources in its own process and leaves this under a registered symbol. Outside a notebook
 * (in a script, in a test) there is no cell, and `show` writes words to standard output.
 */
import type { MediaBundle } from './shows-itself.ts';

export interface Cell {
  /** Writes into the cell's output. With an id, what was written under that id before is replaced. */
  display(bundle: MediaBundle, id?: string): void;
  /** Aborted when the reader interrupts the cell: whoever computes for long stops then. */
  readonly signal: AbortSignal;
  /** The cell ends only after this work; if it fails, the cell fails. */
  waitFor(work: Promise<unknown>): void;
}

const CELL = Symbol.for('weft.cell');

interface Kernel {
  [CELL]?: () => Cell | null;
}

/** The running cell, or the last one that ran where work goes on after its end; null outside a notebook. */
export function currentCell(): Cell | null {
  return (globalThis as Kernel)[CELL]?.() ?? null;
}

/** For the kernel: how the running cell is found. */
export function provideCells(find: () => Cell | null): void {
  (globalThis as Kernel)[CELL] = find;
}
