/** Independent cascades from a few seeds until nobody is left to try. */
import { fixedSeeds } from '../../../analysis/simulation/arm.ts';
import { runAdopters } from '../../../analysis/simulation/runs.ts';
import { acrossRuns } from '../peers/javascript/protocol.mjs';
import { executeOf, type Given, graphOf, numberOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const graph = graphOf(given);
  const execute = executeOf(given);
  const arm = { seeds: firstMembers(numberOf(given, 'seeds')), added: [], removed: [] };
  const plan = { runs: numberOf(given, 'runs'), seed: 1 };
  const model = { kind: 'cascade', probability: numberOf(given, 'rate'), byStrength: false, periods: null } as const;
  return { call: () => runAdopters(graph, model, arm, plan, execute), answer: acrossRuns };
}

function firstMembers(count: number) {
  return fixedSeeds(Array.from({ length: count }, (_, v) => v));
}
