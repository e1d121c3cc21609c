/**
 * The planning thread: measures, and stands still wherever a heavy job has to be carried out elsewhere first. Metrics are
 * plain functions that wait for what they ask for; here they wait for other machines.
 */
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createSpreadingExecute, type Elsewhere } from '../../../analysis/kernels/elsewhere.ts';
import { measure } from '../../../analysis/measure.ts';
import { MeasureError } from '../../../analysis/measure-error.ts';
import type { Answer } from './parts.ts';
import type { PlanInput, Said } from './planning.ts';

const { records, options, aboveNs, kernels, results, bell } = workerData as PlanInput & {
  results: MessagePort;
  bell: Int32Array;
};

say({ answer: answer() });

function answer(): Answer {
  try {
    return { measurement: measure(records, options, createSpreadingExecute({ aboveNs, kernels, elsewhere })) };
  } catch (error) {
    if (error instanceof MeasureError) return { refused: error.message };
    throw error;
  }
}

function elsewhere(...[address, job]: Parameters<Elsewhere>): ReturnType<Elsewhere> {
  say({ address, job });
  Atomics.wait(bell, 0, 0);
  Atomics.store(bell, 0, 0);
  return receiveMessageOnPort(results)?.message as Float64Array[];
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}
