/** The measuring thread: a question in, an answer out, and nothing of the world in between. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerHealth } from './answer-health.ts';
import type { HealthQuestion } from './health-input.ts';

parentPort?.postMessage(await answerHealth(workerData as HealthQuestion));
