/** The planning thread: what is known so far in, what is wanted or the answer out. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Known, measureWithKnown } from './measure-with-known.ts';

parentPort?.postMessage(measureWithKnown(workerData as Known));
