/** How often two contacts of somebody are in contact. */
import { degreeOf } from '../../../analysis/graph/compact.ts';
import { trianglesOf } from '../../../analysis/graph/triangles.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<number> {
  const { n, out } = graphOf(given);
  return {
    call() {
      const corners = trianglesOf(n, out).reduce((sum, at) => sum + at, 0);
      let triples = 0;
      for (let v = 0; v < n; v++) triples += (degreeOf(out, v) * (degreeOf(out, v) - 1)) / 2;
      return corners / triples;
    },
    answer: (transitivity) => ({ transitivity }),
  };
}
