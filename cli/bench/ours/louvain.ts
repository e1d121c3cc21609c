/** Communities by Louvain's method, each call by other chance: how long it takes hangs on it. */
import { degreeOf, forEachTie } from '../../../analysis/graph/compact.ts';
import { louvain } from '../../../analysis/graph/louvain.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Int32Array> {
  const graph = graphOf(given);
  const { n, m, out } = graph;
  let run = 0;
  return {
    call: () => louvain(n, out, null, createRandom(1, `bench/louvain/${run++}`)),
    answer(circles) {
      let within = 0;
      forEachTie(graph, (v, w) => {
        if (circles[v] === circles[w]) within++;
      });
      const ends = new Float64Array(n);
      for (const [v, circle] of circles.entries()) ends[circle]! += degreeOf(out, v);
      return { quality: within / m - ends.reduce((sum, one) => sum + (one / (2 * m)) ** 2, 0) };
    },
  };
}
