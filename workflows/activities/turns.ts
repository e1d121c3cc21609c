/**
 * Turns at something of which a machine has only so many: whoever comes later waits, in the order of coming. Who is
 * called off while waiting leaves the line, and takes no turn.
 */
export class Turns {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** @throws the signal's reason where it is aborted before the turn comes. */
  async take<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    await this.#turn(signal);
    try {
      // It may have been called off in the moment between the call and this.
      signal.throwIfAborted();
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const comes = () => {
        signal.removeEventListener('abort', calledOff);
        resolve();
      };
      const calledOff = () => {
        this.#line.splice(this.#line.indexOf(comes), 1);
        reject(signal.reason);
      };
      this.#line.push(comes);
      signal.addEventListener('abort', calledOff, { once: true });
    });
  }
}
