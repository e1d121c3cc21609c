/** Betweenness from a sample of sources, with how far it may be off. */
import {
  type SampledBetweenness,
  sampledBetweenness,
  wholeSample,
} from '../../../analysis/graph/sampled-betweenness.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { executeOf, type Given, graphOf, numberOf, type Work } from './work.ts';

export function prepare(given: Given): Work<SampledBetweenness> {
  const graph = graphOf(given);
  const execute = executeOf(given);
  const sources = wholeSample(numberOf(given, 'sources'));
  return {
    call: () => sampledBetweenness(graph, null, sources, createRandom(1, 'bench/sources'), execute),
    answer: (found) => ({ bound: found.bound, sources: found.sources }),
  };
}
