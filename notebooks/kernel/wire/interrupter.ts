/**
 * Stops the cell that runs. It is told so first: a cell that awaits, and work in other threads, stop by themselves. Where
 * that is not even noticed, the thread of the cells computes without a pause, and V8's debugger ends what it does: a loop,
 * a regular expression, WebAssembly, a wait for other threads.
 *
 * What is ended like that cannot be caught and runs no `finally`, and Node's own account of asynchronous work is left
 * behind: kernel.json switches off the check that would end the process over it (`--no-force-async-hooks-checks`). On Node
 * before 22.7 the check comes back where some library watches promises (Temporal's client does, once it has connected): a
 * loop that is interrupted then ends the kernel, and Jupyter starts it anew.
 */
import { Session } from 'node:inspector';

/** Time enough for a thread that pauses at all. */
const NOTICED_WITHIN_MILLISECONDS = 250;
/** More than one is needed only where the first ended something else. */
const ATTEMPTS = 8;

export interface Interrupter {
  interrupt(): void;
}

/** Memory that both threads see. */
export function createInterrupts(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
}

const ASKED = 0;
const NOTICED = 1;
/** Not zero while the thread of the cells does what must not be ended half-way. */
const SHIELDED = 2;

/** @param interrupts shared with the thread of the cells. */
export function createInterrupter(interrupts: Int32Array, tellCells: () => void): Interrupter {
  let session: Session | null = null;
  const noticed = (): boolean => Atomics.load(interrupts, NOTICED) >= Atomics.load(interrupts, ASKED);
  const attempt = (left: number): void => {
    tellCells();
    setTimeout(() => {
      if (noticed() || left === 0) return;
      if (Atomics.load(interrupts, SHIELDED) > 0) return attempt(left);
      session ??= connected();
      session.post('Runtime.terminateExecution', () => attempt(left - 1));
    }, NOTICED_WITHIN_MILLISECONDS);
  };
  return {
    interrupt() {
      Atomics.add(interrupts, ASKED, 1);
      attempt(ATTEMPTS);
    },
  };
}

/** For the thread of the cells: it has noticed all that was asked so far. */
export function notice(interrupts: Int32Array): void {
  Atomics.store(interrupts, NOTICED, Atomics.load(interrupts, ASKED));
}

/** For the thread of the cells: does something that is not ended half-way, an interruption comes after it. */
export function shielded<T>(interrupts: Int32Array, work: () => T): T {
  Atomics.add(interrupts, SHIELDED, 1);
  try {
    return work();
  } finally {
    Atomics.sub(interrupts, SHIELDED, 1);
  }
}

function connected(): Session {
  const session = new Session();
  session.connectToMainThread();
  return session;
}
