/** A thread of the pool: holds the kernels in memory of its own, and takes shards of the jobs that it is told of. */
import { parentPort, workerData } from 'node:worker_threads';
import { claimShards } from './claim-shards.mjs';
import { createMemoryImage } from './memory-image.mjs';

const image = createMemoryImage(workerData.module);

parentPort?.on('message', ({ job, shards, board, results }) => {
  claimShards(image.open(job, shards), shards, board, results, () => {});
});
