/** Harmonic closeness, path length, diameter and efficiency of a network in one pass over all distances. */
import { type DistanceSums, distanceSums } from '../../../analysis/graph/distances.ts';
import { executeOf, type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<DistanceSums> {
  const graph = graphOf(given);
  const execute = executeOf(given);
  return {
    call: () => distanceSums(graph, 'out', execute),
    answer: ({ reached, total, harmonic, longest }) => {
      const others = graph.n - 1;
      return {
        harmonic: harmonic.map((sum) => sum / others),
        // After Wasserman and Faust: whoever reaches few counts less.
        closeness: total.map((sum, v) => (sum === 0 ? 0 : reached[v]! ** 2 / (others * sum))),
        pathLength: sumOf(total) / sumOf(reached),
        efficiency: sumOf(harmonic) / (graph.n * others),
        diameter: longest,
      };
    },
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
