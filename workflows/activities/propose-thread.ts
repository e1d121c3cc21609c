/** The thread of a proposal by hand: a question in, an answer out, and nothing of the world in between. */
import { parentPort, workerData } from 'node:worker_threads';
import { MeasureError } from '../../analysis/measure-error.ts';
import { type HandAnswer, proposeByHand } from '../../analysis/report/proposals/propose-by-hand.ts';
import type { HandQuestion } from './propose-introduction.ts';

const { request, input } = workerData as HandQuestion;
parentPort?.postMessage(answer());

/** A metric that makes no sense for this network is the wish of whoever proposed: said, and not tried again. */
function answer(): HandAnswer {
  try {
    return proposeByHand(request, input);
  } catch (error) {
    if (error instanceof MeasureError) return { refused: error.message };
    throw error;
  }
}
