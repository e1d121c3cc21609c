/**
 * A measurement in a thread that stands still where it wants something: so nothing is measured twice, however often it
 * has to wait for other machines. Between two askings it waits here, and takes no time of anybody.
 */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Job } from '../../../analysis/kernels/job.ts';
import type { MeasureOptions } from '../../../analysis/measure.ts';
import type { MeasurableRecords } from '../../../data/records/index.ts';
import { MOST_MEMORY_MB } from '../in-thread.ts';
import type { Answer } from './parts.ts';

export interface PlanInput {
  records: MeasurableRecords;
  options: MeasureOptions;
  /** Jobs that cost more than this are wanted of others. */
  aboveNs: number;
  kernels: string;
}

/** What is wanted now, or the answer. */
export type Said = { address: string; job: Job } | { answer: Answer };

export class Planning {
  readonly #thread: Worker;
  readonly #results: MessagePort;
  readonly #bell = new Int32Array(new SharedArrayBuffer(4));
  #settle: { resolve(said: Said): void; reject(error: unknown): void } | null = null;
  /** What the thread says next, and what it has said last while it waits. */
  said: Promise<Said>;

  constructor(input: PlanInput) {
    const { port1, port2 } = new MessageChannel();
    this.#results = port1;
    this.#thread = new Worker(new URL('./plan-thread.mjs', import.meta.url), {
      workerData: { ...input, results: port2, bell: this.#bell },
      transferList: [port2],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    // One that waits keeps no process from ending.
    this.#thread.unref();
    this.said = this.#listen();
    this.#thread.on('message', (said: Said) => this.#settle?.resolve(said));
    this.#thread.once('error', (error) => this.#settle?.reject(error));
    this.#thread.once('exit', (code) => {
      port1.close();
      // After an answer this changes nothing.
      this.#settle?.reject(new Error(`The measurement ended without a result (code ${code}).`));
    });
  }

  /** The results of what is wanted; the thread goes on. */
  tell(results: readonly Float64Array[]): void {
    this.said = this.#listen();
    this.#results.postMessage(results);
    Atomics.store(this.#bell, 0, 1);
    Atomics.notify(this.#bell, 0);
  }

  end(): void {
    void this.#thread.terminate();
  }

  #listen(): Promise<Said> {
    const said = new Promise<Said>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Whoever asks hears of it; nobody may be asking at this moment.
    said.catch(() => undefined);
    return said;
  }
}
