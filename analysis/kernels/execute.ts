/**
 * Carries jobs out on this machine: in this thread where that is quick, and with a pool of threads where it is not.
 *
 * The caller waits either way, because metrics are plain functions; who must not wait measures apart
 * (`measure-apart.ts`). The calling thread takes shards like the others. Should a thread die over a shard, the caller
 * takes that shard again: a shard's result is the same whoever computes it.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { carryOut, claimShards, DONE, STOP } from './claim-shards.mjs';
import { kernelsModule } from './compiled.ts';
import { type Execute, type Job, type KernelArray, type Shard, shardsOf } from './job.ts';
import { createMemoryImage } from './memory-image.mjs';

export interface ExecuteOptions {
  /** Default: as many as the machine has processors for. */
  threads?: number;
  /** Told after each shard that this thread has finished. */
  onProgress?: (progress: Progress) => void;
  /** Shared memory; the work ends with a Cancelled as soon as its first element is not 0. */
  cancel?: Int32Array;
}

export interface Progress {
  kernel: string;
  shardsDone: number;
  shards: number;
}

export class Cancelled extends Error {
  override name = 'Cancelled';
  constructor() {
    super('the measurement was cancelled');
  }
}

/** Below this cost a pool's start would take longer than it saves. */
const WORTH_THREADS_NS = 50_000_000;

/** A shard that another thread has not given after this long is taken again. */
const PATIENCE_MS = 2_000;

export function createExecute({ threads = availableParallelism(), onProgress, cancel }: ExecuteOptions = {}): Execute {
  const refuseCancelled = (): void => {
    if (cancel !== undefined && Atomics.load(cancel, 0) !== 0) throw new Cancelled();
  };
  const alone = (job: Job, shards: readonly Shard[]): Float64Array[] => {
    const run = here().open(job, shards);
    return shards.map((shard, at) => {
      const result = run(shard).slice();
      refuseCancelled();
      onProgress?.({ kernel: job.kernel, shardsDone: at + 1, shards: shards.length });
      return result;
    });
  };
  const together = (job: Job, shards: readonly Shard[]): Float64Array[] => {
    const board = new Int32Array(new SharedArrayBuffer(4 * (DONE + shards.length)));
    const results = roomFor(shards.reduce((sum, { length }) => sum + length, 0));
    tell(threads - 1, { job: shareable(job), shards, board, results });
    const run = here().open(job, shards);
    const started = performance.now();
    try {
      claimShards(run, shards, board, results, () => {
        refuseCancelled();
        onProgress?.({ kernel: job.kernel, shardsDone: countDone(board, shards), shards: shards.length });
      });
    } catch (error) {
      Atomics.store(board, STOP, 1);
      leaveRoom();
      throw error;
    }
    const patience = Math.max(PATIENCE_MS, 4 * (performance.now() - started));
    for (let at = 0; at < shards.length; at++) {
      if (Atomics.wait(board, DONE + at, 0, patience) !== 'timed-out') continue;
      leaveRoom();
      carryOut(run, shards, at, board, results);
    }
    return resultsOf(results, shards);
  };
  return (job) => {
    const shards = shardsOf(job);
    const many = threads > 1 && shards.length > 1 && job.cost > WORTH_THREADS_NS;
    return many ? together(job, shards) : alone(job, shards);
  };
}

/** In this thread alone. */
export const executeHere: Execute = createExecute({ threads: 1 });

let image: ReturnType<typeof createMemoryImage> | null = null;

function here(): ReturnType<typeof createMemoryImage> {
  image ??= createMemoryImage(kernelsModule());
  return image;
}

const pool: Worker[] = [];

/** Tells so many threads of a job; starts those that are missing. They do not keep the process alive. */
function tell(count: number, message: object): void {
  while (pool.length < count) {
    const thread = new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: { module: kernelsModule() },
      execArgv: [],
    });
    thread.unref();
    // A thread that died is missed nowhere: its shards are taken again. The next job starts another.
    thread.once('error', () => pool.splice(pool.indexOf(thread), 1));
    pool.push(thread);
  }
  for (const thread of pool.slice(0, count)) thread.postMessage(message);
}

/** Arrays in shared memory, so that each thread reads them without a copy of its own being sent. One stays one. */
function shareable(job: Job): Job {
  for (const array of job.arrays) if (!copies.has(array)) copies.set(array, shared(array));
  return { ...job, arrays: job.arrays.map((array) => copies.get(array)!) };
}

/** As long as an array lives: a network is measured by many kernels, and memory that is new costs more than a copy. */
const copies = new WeakMap<KernelArray, KernelArray>();

function shared(array: KernelArray): KernelArray {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const buffer = new SharedArrayBuffer(array.byteLength);
  new Uint8Array(buffer).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  if (array instanceof Int32Array) return new Int32Array(buffer);
  return array instanceof Uint8Array ? new Uint8Array(buffer) : new Float64Array(buffer);
}

function countDone(board: Int32Array, shards: readonly Shard[]): number {
  return shards.reduce((done, _, at) => done + Atomics.load(board, DONE + at), 0);
}

function resultsOf(results: Float64Array, shards: readonly Shard[]): Float64Array[] {
  let from = 0;
  return shards.map(({ length }) => {
    from += length;
    return results.subarray(from - length, from);
  });
}

/** So many numbers are kept for the next job: memory that is new costs as much as what is written there. */
const KEPT = 4 * 1024 * 1024;
let room = new Float64Array(new SharedArrayBuffer(0));

/** A thread may still write there. */
function leaveRoom(): void {
  room = new Float64Array(new SharedArrayBuffer(0));
}

function roomFor(length: number): Float64Array {
  if (length > KEPT) return new Float64Array(new SharedArrayBuffer(8 * length));
  if (length > room.length) room = new Float64Array(new SharedArrayBuffer(8 * length));
  return room.subarray(0, length);
}
