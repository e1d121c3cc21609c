/** Core numbers of everybody. */
import { coreNumbers } from '../../../analysis/graph/cores.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Int32Array> {
  const { n, out } = graphOf(given);
  return { call: () => coreNumbers(n, out), answer: (cores) => ({ cores }) };
}
