/**
 * With whom a practice begins: people who are named, or k who are chosen by a rule.
 *
 * - `random`: drawn anew for each run, so that what comes out is what choosing nobody in particular gives.
 * - `degree`: those who are named by most.
 * - `bridge`: those on most shortest paths between others (betweenness).
 * - `key-players`: the set through which all are reached soonest.
 * - `greedy`: the set expected to win most over, under the model that is simulated.
 * Of equals the first by id is taken.
 */
import { betweennessByPairs } from '../../graph/betweenness.ts';
import { type CompactGraph, degreeOf, unionOf } from '../../graph/compact.ts';
import { createRandom } from '../../inference/random.ts';
import type { Execute } from '../../kernels/job.ts';
import { MeasureError } from '../../measure-error.ts';
import { fixedSeeds, type Seeds } from '../arm.ts';
import type { Model } from '../model.ts';
import { type GreedyBound, greedySeeds } from './greedy-seeds.ts';
import { keyPlayerSeeds } from './key-player-seeds.ts';
import type { SeedRule } from './seed-rules.ts';

export type SeedChoice = { rule: 'given'; members: readonly string[] } | { rule: SeedRule; count: number };

export interface ChosenSeeds {
  seeds: Seeds;
  /** Only where they were chosen greedily. */
  bound: GreedyBound | null;
}

export interface Choosing {
  graph: CompactGraph;
  model: Model;
  /** Who may be chosen, as positions, ascending. */
  eligible: readonly number[];
  seed: number;
  runs: number;
  execute: Execute;
}

/** @throws MeasureError */
export function chooseSeeds(choice: SeedChoice, choosing: Choosing): ChosenSeeds {
  const { graph, model, eligible, seed, runs, execute } = choosing;
  if (choice.rule === 'given') return fixed(positionsOf(choice.members, graph));
  const { rule, count } = choice;
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= eligible.length)) {
    throw new MeasureError(`seeds ${rule}:${count}: give a number from 1 to ${eligible.length}, the members there are`);
  }
  switch (rule) {
    case 'random':
      return { seeds: drawnAnew(eligible, count, runs, seed), bound: null };
    case 'degree':
      return fixed(first(eligible, count, (v) => degreeOf(graph.in, v)));
    case 'bridge': {
      const score = betweennessByPairs(graph, execute);
      return fixed(first(eligible, count, (v) => score[v]!));
    }
    case 'key-players':
      return fixed(keyPlayerSeeds(unionOf(graph), eligible, count));
    case 'greedy': {
      const { members, bound } = greedySeeds(graph, model, eligible, count, seed);
      return { seeds: fixedSeeds(members), bound };
    }
  }
}

/** @throws MeasureError; ids of members are not repeated, since they may be somebody's. */
export function positionsOf(members: readonly string[], { ids }: CompactGraph): number[] {
  const position = new Map(ids.map((id, at) => [id, at]));
  return [...new Set(members)].map((member, at) => {
    const found = position.get(member);
    if (found === undefined) {
      throw new MeasureError(`person ${at + 1} of ${members.length} that are named is no active member; check the ids`);
    }
    return found;
  });
}

function fixed(members: readonly number[]): ChosenSeeds {
  return { seeds: fixedSeeds(members), bound: null };
}

function first(eligible: readonly number[], count: number, scoreOf: (v: number) => number): number[] {
  return eligible.toSorted((a, b) => scoreOf(b) - scoreOf(a) || a - b).slice(0, count);
}

/** The first few of a shuffle, run after run: every set is equally likely in each, whatever order the last one left. */
function drawnAnew(eligible: readonly number[], count: number, runs: number, seed: number): Seeds {
  const random = createRandom(seed, 'simulation/random-seeds');
  const order = Int32Array.from(eligible);
  const members = new Int32Array(runs * count);
  for (let run = 0; run < runs; run++) {
    for (let at = 0; at < count; at++) {
      const other = at + random.below(order.length - at);
      const kept = order[at]!;
      order[at] = order[other]!;
      order[other] = kept;
      members[run * count + at] = order[at]!;
    }
  }
  return { members, count, drawnAnew: true };
}
