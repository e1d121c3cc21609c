/** Members without whom the network falls apart further. */
import { type Cuts, cutsOf } from '../../../analysis/graph/cuts.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Cuts> {
  const { n, out } = graphOf(given);
  return {
    call: () => cutsOf(n, out),
    answer: ({ points }) => ({ cutPoints: [...points.keys()].filter((v) => points[v] === 1) }),
  };
}
