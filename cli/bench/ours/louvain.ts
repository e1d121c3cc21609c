/** Communities by Louvain's method. */

import { createContext } from '../../../analysis/metrics/context.ts';
import { communities } from '../../../analysis/metrics/structure/communities.ts';
import { executeOf, type Given, recordsOf, type Work } from './work.ts';

const SETTINGS = {
  selection: { undirected: true },
  ...{ earlierWave: null, groupBy: null, strength: false, lagPeriods: 0, thresholdAtLeast: null, practice: null },
  ...{ seed: 1, permutations: 1, smallestResponse: 0, tiesAsked: true },
};

export function prepare(given: Given): Work<number> {
  const context = createContext(recordsOf(given), SETTINGS, executeOf(given), () => 'bench');
  return {
    call: () => communities.compute(context)[0]?.value as number,
    answer: (quality) => ({ quality }),
  };
}
