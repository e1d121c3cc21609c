/** Dated interactions from a CSV file to ties: how often everybody turned to whom. */
import { type SelectedTies, select } from '../../../analysis/graph/select.ts';
import { readMeasurable } from '../../../data/exchange/read-source.ts';
import { type Given, textOf, type Work } from './work.ts';

export function prepare(given: Given): Work<SelectedTies> {
  const path = textOf(given, 'ties');
  return {
    async call() {
      const { records } = await readMeasurable(path);
      return select(records);
    },
    answer({ ids, from, strength }) {
      const named = new Int32Array(ids.length);
      for (let at = 0; at < from.length; at++) named[from[at]!]!++;
      return {
        ties: from.length,
        interactions: strength.reduce((sum, one) => sum + one, 0),
        strongest: strength.reduce((high, one) => Math.max(high, one), 0),
        named: named.filter((count) => count > 0).sort(),
      };
    },
  };
}
