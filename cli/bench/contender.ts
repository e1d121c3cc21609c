/** One tool at one work: a process that prepares it once and does it whenever it is asked (peers/README.md). */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Options } from './row.ts';
import type { Command } from './tools.ts';

/** Figures by name: single ones, or one for each member. */
export type Answer = Readonly<Record<string, number | readonly number[]>>;

export interface Timing {
  seconds: number;
  wallSeconds: number;
  calls: number;
}

/** The process ended, or said something else than was asked. */
export class ContenderFailed extends Error {
  override readonly name = 'ContenderFailed';
}

/** Threads are Weft's to choose, and nobody else's: time is compared for each thread. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

const LONG_CALL_MS = 1000;

/** What of its complaints is told, when a process ends before its time. */
const LAST_WORDS = 600;

export class Contender {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #interface: Interface;
  #complaints = '';
  #longestReplyMs = 0;

  private constructor({ file, args }: Command, options: Options) {
    const given = Object.entries(options).map(([name, value]) => `${name}=${value}`);
    this.#process = spawn(file, [...args, ...given], { env: { ...process.env, ...ONE_THREAD } });
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaints = (this.#complaints + text).slice(-LAST_WORDS);
    });
    // That it could not be started, or has gone, is seen by the answer that does not come.
    this.#process.on('error', (error) => {
      this.#complaints += error.message;
    });
    this.#process.stdin.on('error', () => undefined);
    this.#interface = createInterface({ input: this.#process.stdout });
    this.#lines = this.#interface[Symbol.asyncIterator]();
  }

  /** Starts the process, and waits until it has prepared its work. */
  static async start(command: Command, options: Options): Promise<Contender> {
    const contender = new Contender(command, options);
    await contender.#next();
    return contender;
  }

  answer(): Promise<Answer> {
    return this.#ask<Answer>('answer');
  }

  run(leastSeconds: number): Promise<Timing> {
    return this.#ask<Timing>(`run ${leastSeconds}`);
  }

  /**
   * Works without being timed, so that what is compiled while it runs is compiled. Where one call takes so long that this
   * is over within it, there is nothing to gain.
   */
  async warmUp(seconds: number): Promise<void> {
    if (this.#longestReplyMs < LONG_CALL_MS) await this.run(seconds);
  }

  async peakBytes(): Promise<number> {
    const { peakBytes } = await this.#ask<{ peakBytes: number }>('memory');
    return peakBytes;
  }

  async end(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    this.#process.stdin.end();
    if (exitCode !== null || signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('close', resolve));
    this.#process.kill();
    await ended;
  }

  async #ask<Reply>(request: string): Promise<Reply> {
    const asked = performance.now();
    this.#process.stdin.write(`${request}\n`);
    const reply = (await this.#next()) as Reply;
    this.#longestReplyMs = Math.max(this.#longestReplyMs, performance.now() - asked);
    return reply;
  }

  async #next(): Promise<unknown> {
    const { done, value } = await this.#lines.next();
    if (done) throw new ContenderFailed(`ended before its answer: ${this.#complaints.trim() || 'without a word'}`);
    try {
      // Python writes what is no number as NaN, which JSON does not know.
      return JSON.parse(value.replaceAll(/\b-?(NaN|Infinity|nan|inf)\b/g, 'null'));
    } catch {
      throw new ContenderFailed(`said what is no answer: ${value.slice(0, 100)}`);
    }
  }
}
