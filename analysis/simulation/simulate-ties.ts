/**
 * What a set of proposed ties would do, against doing nothing, when each comes about only with some chance.
 *
 * Every run draws which of the ties come about, takes the figure with those, and lets every practice spread on from its
 * present adopters with and without them. Runs are paired: a pair of members draws the same in run 17 whichever set it
 * is in, and so does every tie, so that sets differ by what is in them and not by luck. Doing nothing leaves the figure as
 * it is; what else will happen in the meantime is not simulated, and a band is not a forecast of it.
 */
import type { NetworkRecords } from '../../data/records/index.ts';
import { createRandom } from '../inference/random.ts';
import { type Pair, pairKey } from '../matching/pair.ts';
import { type PassingTie, type Spread, spreadOf } from './cascade.ts';
import type { WhatIf } from './what-if.ts';

export interface TieSimulationOptions {
  /** The figure that the ties should move. */
  figure: WhatIf;
  seed: number;
  runs: number;
  /** The chance that a proposed tie comes about, 0 to 1. */
  acceptRate: number;
}

/** Mean and the middle 90 % over the runs; null where the figure is undefined. */
export interface Effect {
  doingNothing: number | null;
  expected: number | null;
  low: number | null;
  high: number | null;
}

export interface TieSimulation {
  figure: Effect;
  /** Further adoptions, all practices together (a member may count once for each), against doing nothing (0); null where no practice is recorded. */
  adopters: Effect | null;
}

export function simulateTies(
  records: NetworkRecords,
  proposedTies: readonly Pair[],
  { figure, seed, runs, acceptRate }: TieSimulationOptions,
): TieSimulation {
  const { graph, spreads } = spreadOf(records, seed);
  const position = new Map(graph.ids.map((id, at) => [id, at]));
  const valueWith = remembered(figure);
  const values: (number | null)[] = [];
  const further: number[] = [];
  for (let run = 0; run < runs; run++) {
    const formed = proposedTies.filter(([a, b]) => {
      return createRandom(seed, `simulate-ties/${run}/${pairKey(a, b)}`).next() < acceptRate;
    });
    values.push(valueWith(formed));
    further.push(extraAdopters(spreads, run, passingTies(formed, position)));
  }
  return {
    figure: effectOf(valueWith([]), values),
    adopters: spreads.length === 0 ? null : effectOf(0, further),
  };
}

function extraAdopters(spreads: readonly Spread[], run: number, added: readonly PassingTie[]): number {
  return added.length === 0 ? 0 : spreads.reduce((sum, spread) => sum + spread.extra(run, added), 0);
}

/** Both directions of each pair: who is introduced may learn from the other. */
function passingTies(pairs: readonly Pair[], position: ReadonlyMap<string, number>): PassingTie[] {
  return pairs.flatMap(([a, b]) => {
    const [from, to] = [position.get(a)!, position.get(b)!];
    return [
      { from, to, stream: `${a}|${b}` },
      { from: to, to: from, stream: `${b}|${a}` },
    ];
  });
}

/** Few sets come up in many runs: each is worked out once. */
function remembered(figure: WhatIf): WhatIf {
  const known = new Map<string, number | null>();
  return (pairs) => {
    const key = pairs.map(([a, b]) => pairKey(a, b)).join(' ');
    if (!known.has(key)) known.set(key, figure(pairs));
    return known.get(key)!;
  };
}

function effectOf(doingNothing: number | null, values: readonly (number | null)[]): Effect {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (doingNothing === null || sorted.length === 0 || sorted.length < values.length) {
    return { doingNothing, expected: null, low: null, high: null };
  }
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  const expected = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { doingNothing, expected, low: at(0.05), high: at(0.95) };
}
