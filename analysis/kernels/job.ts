/**
 * A heavy computation as data: which kernel, on which arrays, and how it falls into shards.
 *
 * What is per source or per run is cut into shards by the input alone, never by how many threads there are. Whoever
 * carries a job out (this thread, a pool of threads, workers on other machines) gives the shards' results in their
 * order, and sums are taken in that order: so the bytes are the same everywhere.
 */
export type KernelArray = Int32Array | Uint8Array | Float64Array;

export interface Job {
  /** The exported function of `assembly/`: (begin, end, result, …arrays, …work, …numbers). */
  kernel: string;
  /** Laid into memory; the kernel gets their addresses. Never written to, by nobody, once a job has had them. */
  arrays: readonly KernelArray[];
  /** Working memory in bytes, zero when a job begins; a kernel leaves what it needs zero as it found it. */
  work: readonly number[];
  numbers: readonly number[];
  /** Sources or runs. */
  items: number;
  /** Shards begin at multiples of it: as many items as a kernel takes at once. */
  grain: number;
  /** Numbers (float64) in the result of a shard: so many whatever its size, and so many for each of its items. */
  result: { perShard: number; perItem: number };
  /** Roughly, in elementary steps of a nanosecond: what decides whether threads are worth their start. */
  cost: number;
}

/** Gives the result of every shard, in order. They may be views, which hold until the next job. */
export type Execute = (job: Job) => Float64Array[];

/** Enough for a few dozen threads or workers to share evenly, few enough that adding them up costs nothing. */
const MOST_SHARDS = 32;

/** Items `begin` … `end` − 1, and how many numbers come of them. */
export interface Shard {
  begin: number;
  end: number;
  length: number;
}

export function shardsOf({ items, grain, result }: Pick<Job, 'items' | 'grain' | 'result'>): Shard[] {
  const size = Math.max(1, Math.ceil(items / grain / MOST_SHARDS)) * grain;
  const shards: Shard[] = [];
  for (let begin = 0; begin < items; begin += size) {
    const end = Math.min(items, begin + size);
    shards.push({ begin, end, length: result.perShard + result.perItem * (end - begin) });
  }
  return shards;
}

/** Adds the shards up in their order: for results that are sums over sources. */
export function sumOf(results: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const result of results) for (let at = 0; at < length; at++) sum[at]! += result[at]!;
  return sum;
}

/** Puts the shards one after another: for results that are one number, or so many, for each run. */
export function joined(results: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(results.reduce((length, result) => length + result.length, 0));
  let at = 0;
  for (const result of results) {
    all.set(result, at);
    at += result.length;
  }
  return all;
}
