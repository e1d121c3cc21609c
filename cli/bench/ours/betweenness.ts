/** Exact betweenness of everybody, by the kernel that Weft chooses for the network. */
import { betweennessByPairs } from '../../../analysis/graph/betweenness.ts';
import { executeOf, type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const graph = graphOf(given);
  const execute = executeOf(given);
  return {
    call: () => betweennessByPairs(graph, execute),
    // Others count an undirected pair once.
    answer: (found) => ({ betweenness: found.map((score) => score / 2) }),
  };
}
