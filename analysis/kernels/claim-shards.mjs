/**
 * How threads share the shards of a job: each takes the next that nobody has taken, until none is left.
 *
 * `board` is shared memory: the number of the next shard, whether to stop, and a mark for each shard that is done.
 */

/** @typedef {import('./job.ts').Shard} Shard */
/** @typedef {import('./memory-image.mjs').RunShard} RunShard */

export const NEXT = 0;
export const STOP = 1;
/** The marks of the shards begin here. */
export const DONE = 2;

/**
 * @param {RunShard} run
 * @param {readonly Shard[]} shards
 * @param {Int32Array} board
 * @param {Float64Array} results of all shards, one after another; shared
 * @param {() => void} after each shard
 */
export function claimShards(run, shards, board, results, after) {
  for (;;) {
    const at = Atomics.add(board, NEXT, 1);
    if (at >= shards.length || Atomics.load(board, STOP) !== 0) return;
    carryOut(run, shards, at, board, results);
    after();
  }
}

/**
 * @param {RunShard} run
 * @param {readonly Shard[]} shards
 * @param {number} at
 * @param {Int32Array} board
 * @param {Float64Array} results
 */
export function carryOut(run, shards, at, board, results) {
  const shard = shards[at];
  if (shard === undefined) return;
  const before = shards.slice(0, at).reduce((sum, { length }) => sum + length, 0);
  results.set(run(shard), before);
  Atomics.store(board, DONE + at, 1);
  Atomics.notify(board, DONE + at);
}
