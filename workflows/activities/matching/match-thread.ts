/** The thread of a matching: people and rules in, matches out. */
import { parentPort, workerData } from 'node:worker_threads';
import { type MatchQuestion, matched } from './matched.ts';

parentPort?.postMessage(matched(workerData as MatchQuestion));
