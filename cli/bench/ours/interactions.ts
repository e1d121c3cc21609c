/** Dated interactions from a CSV file to ties: how often everybody turned to whom. */
import { type CompactGraph, compact, degreeOf } from '../../../analysis/graph/compact.ts';
import { readMeasurable } from '../../../data/exchange/read-source.ts';
import { type Given, textOf, type Work } from './work.ts';

export function prepare(given: Given): Work<CompactGraph> {
  const path = textOf(given, 'ties');
  return {
    async call() {
      const { records } = await readMeasurable(path);
      return compact(records);
    },
    answer(graph) {
      const { strengths } = graph.out;
      return {
        ties: graph.m,
        interactions: strengths.reduce((sum, strength) => sum + strength, 0),
        strongest: strengths.reduce((high, strength) => Math.max(high, strength), 0),
        named: Int32Array.from({ length: graph.n }, (_, v) => degreeOf(graph.out, v))
          .filter((count) => count > 0)
          .sort(),
      };
    },
  };
}
