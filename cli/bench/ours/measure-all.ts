/** Every metric of a small network, as a notebook asks for them. */
import { type Measurement, measure } from '../../../analysis/measure.ts';
import { type Given, numberOf, recordsOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Measurement> {
  const records = recordsOf(given);
  const permutations = numberOf(given, 'runs');
  return {
    call: () => measure(records, { metrics: 'all', groupBy: 'group', permutations, seed: 1 }),
    answer: ({ results }) => ({ results: results.length }),
  };
}
