/** Eigenvector centrality. */
import { type DominantComponent, dominantComponent } from '../../../analysis/graph/spectrum.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<DominantComponent | null> {
  const graph = graphOf(given);
  return {
    call: () => dominantComponent(graph, null),
    answer(found) {
      if (found === null) throw new Error('the iteration did not settle');
      const { vector } = found;
      const highest = vector.reduce((high, value) => Math.max(high, value), 0);
      // igraph scales the highest to 1.
      return { eigenvector: vector.map((value) => value / highest) };
    },
  };
}
