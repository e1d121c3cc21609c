/** Exact betweenness where ties have lengths. */
import { betweennessByPairs } from '../../../analysis/graph/betweenness.ts';
import { executeOf, type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const graph = graphOf(given);
  const execute = executeOf(given);
  return {
    call: () => betweennessByPairs(graph, execute, graph.out.strengths),
    answer: (found) => ({ betweenness: found.map((score) => score / 2) }),
  };
}
