/**
 * The plain and obvious twins of the kernels for diffusion: they draw what the kernels draw, and do the rest as slowly as
 * one would by hand.
 */

import type { CompactGraph } from '../../../analysis/index.ts';
import type { AddedTie, Arm } from '../../../analysis/simulation/arm.ts';
import { failuresOf, failuresTable } from '../../../analysis/simulation/failures-table.ts';
import type { Cascade, Contagion, LinearThreshold, Model } from '../../../analysis/simulation/model.ts';
import { chanceOf, type RunPlan, runKeys } from '../../../analysis/simulation/runs.ts';

const STEP = 0x9e3779b9;

function mixed(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Adopters after each period (or at the end), run after run. */
export function plainAdopters(graph: CompactGraph, model: Model, arm: Arm, plan: RunPlan): number[] {
  const keys = runKeys(plan.seed, plan.runs);
  return Array.from({ length: plan.runs }, (_, run) => {
    const draws = new Draws(keys[2 * run]!, keys[2 * run + 1]!);
    const { members, count, drawnAnew } = arm.seeds;
    const from = drawnAnew ? run * count : 0;
    const seeds = [...members.slice(from, from + count)].filter((v) => !arm.removed.includes(v));
    const since =
      model.kind === 'threshold'
        ? convinced(graph, model, arm, draws, seeds)
        : reached(graph, model, arm, draws, seeds);
    const counted = [...since].filter(([v]) => !(plan.uncounted ?? []).includes(v));
    if (model.periods === null) return [counted.length];
    return Array.from({ length: model.periods }, (_, at) => counted.filter(([, when]) => when <= at + 1).length);
  }).flat();
}

class Draws {
  readonly #first: number;
  readonly #second: number;
  constructor(first: number, second: number) {
    this.#first = first;
    this.#second = second;
  }

  /** The draw of that count, from 1, of a member. */
  of(member: number, count: number): number {
    return mixed(mixed(this.#first + Math.imul(member, STEP)) + this.#second + Math.imul(count, STEP));
  }

  ofAdded(from: number, to: number): number {
    return mixed((mixed(this.#second + Math.imul(from, STEP)) ^ this.#first) + Math.imul(to, STEP));
  }
}

/** When each member is reached over ways that take the drawn number of periods: the shortest, by trying until it settles. */
function reached(
  graph: CompactGraph,
  model: Cascade | Contagion,
  arm: Arm,
  draws: Draws,
  seeds: readonly number[],
): Map<number, number> {
  const ways = waysOf(graph, model, arm, draws).filter(({ to }) => !arm.removed.includes(to));
  const since = new Map(seeds.map((v) => [v, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to, periods } of ways) {
      const start = since.get(from);
      if (start === undefined || start + periods >= (since.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      since.set(to, start + periods);
      changed = true;
    }
  }
  return since;
}

interface Way {
  from: number;
  to: number;
  periods: number;
}

/** From whom one names to the one who names: the ways that open in a run, whoever may come to use them. */
function waysOf(graph: CompactGraph, model: Cascade | Contagion, arm: Arm, draws: Draws): Way[] {
  if (model.probability === 0) return [];
  const ways: Way[] = [];
  const table = failuresTable(model.probability, model.kind === 'si' ? model.periods : 1);
  const chance = (strength: number) =>
    model.kind === 'cascade' && model.byStrength ? chanceOf(model.probability, strength) : model.probability;
  for (let from = 0; from < graph.n; from++) {
    const first = graph.in.offsets[from]!;
    const targets = [...graph.in.targets.slice(first, graph.in.offsets[from + 1])];
    if (model.kind === 'si') {
      for (const [at, to] of targets.entries()) {
        ways.push({ from, to, periods: 1 + failuresOf(draws.of(from, at + 1), table) });
      }
    } else if (model.byStrength) {
      for (const [at, to] of targets.entries()) {
        const passes = draws.of(from, at + 1) < 2 ** 32 * chance(graph.in.strengths[first + at]!);
        if (passes) ways.push({ from, to, periods: 1 });
      }
    } else {
      for (let at = 0, count = 1; ; count++) {
        const skipped = failuresOf(draws.of(from, count), table);
        at += skipped;
        if (at >= targets.length) break;
        if (skipped < table.most) ways.push({ from, to: targets[at++]!, periods: 1 });
      }
    }
  }
  for (const { from: to, to: from, strength } of arm.added) {
    const draw = draws.ofAdded(from, to);
    if (model.kind === 'si') ways.push({ from, to, periods: 1 + failuresOf(draw, table) });
    else if (draw < 2 ** 32 * chance(strength)) ways.push({ from, to, periods: 1 });
  }
  return ways;
}

/** Period by period: who names enough adopters is one of them from the next period on. */
function convinced(
  graph: CompactGraph,
  { thresholds, byStrength, periods }: LinearThreshold,
  arm: Arm,
  draws: Draws,
  seeds: readonly number[],
): Map<number, number> {
  const named: AddedTie[] = [...arm.added];
  for (let from = 0; from < graph.n; from++) {
    for (let at = graph.out.offsets[from]!; at < graph.out.offsets[from + 1]!; at++) {
      named.push({ from, to: graph.out.targets[at]!, strength: graph.out.strengths[at]! });
    }
  }
  const here = named.filter(({ from, to }) => !arm.removed.includes(from) && !arm.removed.includes(to));
  const sum = (ties: AddedTie[]) => ties.reduce((all, { strength }) => all + (byStrength ? strength : 1), 0);
  const thresholdOf = (v: number) =>
    thresholds === 'drawn'
      ? (draws.of(v, 1) + 1) / 2 ** 32
      : typeof thresholds === 'number'
        ? thresholds
        : thresholds[graph.ids[v]!]!;
  const since = new Map(seeds.map((v) => [v, 0]));
  for (let period = 1; period <= (periods ?? graph.n); period++) {
    const before = new Set(since.keys());
    for (let v = 0; v < graph.n; v++) {
      const all = here.filter(({ from }) => from === v);
      const adopted = all.filter(({ to }) => before.has(to));
      const isConvinced = adopted.length > 0 && sum(adopted) >= (thresholdOf(v) - 1e-9) * sum(all);
      if (isConvinced && !since.has(v)) since.set(v, period);
    }
  }
  return since;
}
