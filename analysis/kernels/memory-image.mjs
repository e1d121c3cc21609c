/**
 * A job laid out in WebAssembly memory, and its shards run there.
 *
 * Plain JavaScript, because a thread of the pool loads it as it stands: starting a thread that first translates
 * TypeScript costs ten times as much.
 */

const PAGE = 65_536;

/** Memory above this is given back after a job, bytes. */
const KEPT = 32 * 1024 * 1024;

/** @typedef {import('./job.ts').Job} Job */
/** @typedef {import('./job.ts').Shard} Shard */
/** @typedef {(shard: Shard) => Float64Array} RunShard gives a view of the result: it holds until the next shard is run */

/**
 * @param {WebAssembly.Module} module
 * @returns {{ open(job: Job, shards: readonly Shard[]): RunShard }} `open` lays a job out; the shards of one job are run
 *   before the next is opened.
 */
export function createMemoryImage(module) {
  /** @type {WebAssembly.Exports | null} */
  let kernels = null;

  return {
    open(job, shards) {
      const held = kernels?.memory;
      if (held instanceof WebAssembly.Memory && held.buffer.byteLength > KEPT) kernels = null;
      kernels ??= new WebAssembly.Instance(module, {}).exports;
      const { memory } = kernels;
      const kernel = kernels[job.kernel];
      const freeFrom = kernels.freeFrom;
      if (!(memory instanceof WebAssembly.Memory) || typeof kernel !== 'function' || typeof freeFrom !== 'function') {
        throw new Error(`no kernel is called ${job.kernel}`);
      }

      let end = aligned(freeFrom());
      const place = (/** @type {number} */ bytes) => {
        const at = end;
        end = aligned(end + bytes);
        return at;
      };
      // The two sides of an undirected network are one array, which is then kept in the processor's cache once.
      /** @type {Map<import('./job.ts').KernelArray, number>} */
      const placed = new Map();
      for (const array of job.arrays) if (!placed.has(array)) placed.set(array, place(array.byteLength));
      const arrays = job.arrays.map((array) => placed.get(array) ?? 0);
      const workFrom = end;
      const work = job.work.map(place);
      const workTo = end;
      const result = place(8 * Math.max(0, ...shards.map((shard) => shard.length)));
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));

      const bytes = new Uint8Array(memory.buffer);
      for (const [array, at] of placed) bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
      bytes.fill(0, workFrom, workTo);

      return (shard) => {
        const numbers = new Float64Array(memory.buffer, result, shard.length).fill(0);
        kernel(shard.begin, shard.end, result, ...arrays, ...work, ...job.numbers);
        return numbers;
      };
    },
  };
}

/** Registers of 16 bytes are read and written whole; lines of the cache have 64. */
function aligned(/** @type {number} */ address) {
  return (address + 63) & ~63;
}
