/** Linear thresholds, drawn anew in each run, from a few seeds until nobody is convinced any more. */
import { fixedSeeds } from '../../../analysis/simulation/arm.ts';
import { runAdopters } from '../../../analysis/simulation/runs.ts';
import { acrossRuns } from '../peers/javascript/protocol.mjs';
import { executeOf, type Given, graphOf, numberOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const graph = graphOf(given);
  const execute = executeOf(given);
  const seeds = fixedSeeds(Array.from({ length: numberOf(given, 'seeds') }, (_, v) => v));
  const arm = { seeds, added: [], removed: [] };
  const plan = { runs: numberOf(given, 'runs'), seed: 1 };
  const model = { kind: 'threshold', thresholds: 'drawn', byStrength: false, periods: null } as const;
  return { call: () => runAdopters(graph, model, arm, plan, execute), answer: acrossRuns };
}
