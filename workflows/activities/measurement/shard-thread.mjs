/** One shard of a job in a thread of its own. Plain JavaScript, as it stands: it starts in a few milliseconds. */
import { parentPort, workerData } from 'node:worker_threads';
import { createMemoryImage } from '../../../analysis/kernels/memory-image.mjs';

const { module, job, shard } = workerData;
parentPort?.postMessage(createMemoryImage(module).open(job, [shard])(shard).slice());
