/** The thread of a proposal by hand: a question in, an answer out, and nothing of the world in between. */
import { parentPort, workerData } from 'node:worker_threads';
import { proposeByHand } from '../../analysis/report/proposals/propose-by-hand.ts';
import type { HandQuestion } from './propose-introduction.ts';

const { request, input } = workerData as HandQuestion;
parentPort?.postMessage(proposeByHand(request, input));
