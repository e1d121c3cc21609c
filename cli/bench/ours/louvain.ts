/** Communities by Louvain's method. */
import { measure } from '../../../analysis/measure.ts';
import { type Given, recordsOf, type Work } from './work.ts';

export function prepare(given: Given): Work<number> {
  const records = recordsOf(given);
  return {
    call: () => measure(records, { metrics: ['communities'], undirected: true }).results[0]?.value as number,
    answer: (quality) => ({ quality }),
  };
}
