/** The E-I index under shuffled labels: what its test takes. Member v belongs to group v mod `groups`. */
import { forEachTie } from '../../../analysis/graph/compact.ts';
import { tiesWithinShuffled } from '../../../analysis/inference/label-permutations.ts';
import { acrossRuns } from '../peers/javascript/protocol.mjs';
import { executeOf, type Given, graphOf, numberOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const graph = graphOf(given);
  const execute = executeOf(given);
  const groups = numberOf(given, 'groups');
  const from = new Int32Array(graph.m);
  const to = new Int32Array(graph.m);
  let ties = 0;
  forEachTie(graph, (v, w) => {
    from[ties] = v;
    to[ties++] = w;
  });
  const labels = Int32Array.from({ length: graph.n }, (_, v) => v % groups);
  const test = { permutations: numberOf(given, 'runs'), seed: 1, stream: 'bench/e-i' };
  return {
    call: () => tiesWithinShuffled({ labels, groups, from, to, weights: null, ...test }, execute),
    answer: (within) => acrossRuns(within.map((internal) => 1 - (2 * internal) / ties)),
  };
}
