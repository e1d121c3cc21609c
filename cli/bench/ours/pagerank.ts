/** PageRank with the usual damping of 0.85. */

import { pagerank } from '../../../analysis/metrics/centrality/pagerank.ts';
import { createContext } from '../../../analysis/metrics/context.ts';
import { executeOf, type Given, recordsOf, type Work } from './work.ts';

const SETTINGS = {
  selection: { undirected: true },
  ...{ earlierWave: null, groupBy: null, strength: false, lagPeriods: 0, thresholdAtLeast: null, practice: null },
  ...{ seed: 1, permutations: 1, smallestResponse: 0, tiesAsked: true },
};

export function prepare(given: Given): Work<number[]> {
  const context = createContext(recordsOf(given), SETTINGS, executeOf(given), () => 'bench');
  const members = context.graph.ids.map(Number);
  return {
    call() {
      const values = pagerank.compute(context)[0]?.values ?? {};
      return context.graph.ids.map((id) => values[id] as number);
    },
    answer(found) {
      const ranks = new Float64Array(found.length);
      for (const [at, rank] of found.entries()) ranks[members[at]!] = rank;
      return { pagerank: ranks };
    },
  };
}
