/** PageRank with the usual damping of 0.85. */
import { pageRank } from '../../../analysis/graph/ways.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const graph = graphOf(given);
  return { call: () => pageRank(graph, false), answer: (pagerank) => ({ pagerank }) };
}
