/**
 * Runs of a diffusion as a job for the kernels: how many have adopted after each period, run by run.
 *
 * How two arms stay paired. What happens by chance in a run hangs on its key, on the member and on the tie alone: the
 * ties that are there draw by their place in the list of the member who passes the practice on, an added tie by its two
 * ends, a threshold by its member. So run 17 with three more ties, without two people or from other seeds meets the very
 * same luck wherever both arms have the same tie or threshold, and what differs is what was changed. In the cascade and
 * in contagion a further tie can therefore only add adopters, run by run. Under thresholds it may also cost some: who
 * names one person more needs more of those they name.
 *
 * Cost: O(n + m) a run at most; what counts is who is reached. 5,000 members, 50,000 ties, 1,000 runs: 0.1 s.
 */
import { type Adjacency, type CompactGraph, forEachTie, fromArcs } from '../graph/compact.ts';
import { createRandom } from '../inference/random.ts';
import { type Execute, type Job, joined } from '../kernels/job.ts';
import type { AddedTie, Arm } from './arm.ts';
import { failuresTable } from './failures-table.ts';
import type { Cascade, Contagion, LinearThreshold, Model } from './model.ts';

export interface RunPlan {
  runs: number;
  seed: number;
  /** Members who do not count as adopters, as positions. Default: everybody counts. */
  uncounted?: readonly number[];
}

/** Adopters by run and period: run 0's `periods` numbers, then run 1's; one number a run where periods are not limited. */
export function runAdopters(
  graph: CompactGraph,
  model: Model,
  arm: Arm,
  plan: RunPlan,
  execute: Execute,
): Float64Array {
  return joined(execute(jobOf(graph, model, arm, plan)));
}

/** How many numbers a run gives. */
export function columnsOf(model: Model): number {
  return model.periods ?? 1;
}

export function jobOf(graph: CompactGraph, model: Model, arm: Arm, plan: RunPlan): Job {
  switch (model.kind) {
    case 'cascade':
      return cascadeJob(graph, model, arm, plan);
    case 'si':
      return contagionJob(graph, model, arm, plan);
    case 'threshold':
      return thresholdJob(graph, model, arm, plan);
  }
}

/** Two words of chance for each run, from which all its draws follow. */
export function runKeys(seed: number, runs: number): Int32Array {
  const random = createRandom(seed, 'simulation/runs');
  return Int32Array.from({ length: 2 * runs }, () => (random.next() * 0x1_0000_0000) | 0);
}

function cascadeJob(graph: CompactGraph, model: Cascade, arm: Arm, plan: RunPlan): Job {
  const { probability, byStrength, periods } = model;
  const common = commonOf(graph, arm, plan);
  const added = practiceWays(graph, arm.added);
  const chance = (strength: number): number =>
    0x1_0000_0000 * (byStrength ? chanceOf(probability, strength) : probability);
  const table = failuresTable(probability);
  return {
    kernel: 'cascadeRuns',
    arrays: [
      ...[ways(graph, probability).offsets, graph.in.targets],
      byStrength ? graph.in.strengths.map(chance) : new Float64Array(0),
      ...[added.offsets, added.targets, added.strengths.map(chance)],
      ...[common.seeds, common.removed, common.counts, common.keys, table.least, table.begin],
    ],
    work: [4 * graph.n, 4 * (graph.n + 1)],
    numbers: [
      ...[graph.n, arm.seeds.count, common.stride, common.removed.length, table.most, byStrength ? 1 : 0],
      ...[columnsOf(model), periods === null ? 1 : 0],
    ],
    ...perRun(graph, model, plan, byStrength ? 5 : 6 * probability),
  };
}

function contagionJob(graph: CompactGraph, model: Contagion, arm: Arm, plan: RunPlan): Job {
  const common = commonOf(graph, arm, plan);
  const added = practiceWays(graph, model.probability === 0 ? [] : arm.added);
  const table = failuresTable(model.probability, model.periods);
  const ties = graph.in.targets.length + added.targets.length;
  return {
    kernel: 'contagionRuns',
    arrays: [
      ...[ways(graph, model.probability).offsets, graph.in.targets, added.offsets, added.targets],
      ...[common.seeds, common.removed, common.counts, common.keys, table.least, table.begin],
    ],
    work: [4 * graph.n, 4 * graph.n, 4 * (model.periods + 1), 4 * ties, 4 * ties],
    numbers: [graph.n, ties, arm.seeds.count, common.stride, common.removed.length, table.most, model.periods],
    ...perRun(graph, model, plan, 6),
  };
}

function thresholdJob(base: CompactGraph, model: LinearThreshold, arm: Arm, plan: RunPlan): Job {
  const graph = changed(base, arm);
  const common = commonOf(graph, arm, plan);
  const totals = new Float64Array(graph.n);
  forEachArc(graph, (from, _, strength) => {
    totals[from]! += model.byStrength ? strength : 1;
  });
  const { thresholds } = model;
  const given =
    thresholds === 'drawn'
      ? new Float64Array(0)
      : Float64Array.from(graph.ids, (id) => (typeof thresholds === 'number' ? thresholds : thresholds[id]!));
  return {
    kernel: 'thresholdRuns',
    arrays: [
      ...[graph.in.offsets, graph.in.targets, model.byStrength ? graph.in.strengths : new Float64Array(0)],
      ...[totals, given, common.seeds, common.removed, common.counts, common.keys],
    ],
    work: [4 * graph.n, 4 * graph.n, 4 * graph.n, 8 * graph.n],
    numbers: [
      ...[graph.n, arm.seeds.count, common.stride, common.removed.length, model.byStrength ? 1 : 0],
      ...[thresholds === 'drawn' ? 0 : 1, columnsOf(model), model.periods === null ? 1 : 0],
    ],
    ...perRun(graph, model, plan, 2),
  };
}

/** Shards of 32 runs at least: below that, laying out the memory would be felt. */
const GRAIN = 32;

/** @param perTie nanoseconds for each tie of somebody who is reached, as measured. */
function perRun(graph: CompactGraph, model: Model, { runs }: RunPlan, perTie: number) {
  const cost = runs * (10 * graph.n + perTie * graph.in.targets.length);
  return { items: runs, grain: GRAIN, result: { perShard: 0, perItem: columnsOf(model) }, cost };
}

function commonOf(graph: CompactGraph, { seeds, removed }: Arm, { runs, seed, uncounted = [] }: RunPlan) {
  const counts = new Uint8Array(graph.n).fill(1);
  for (const v of uncounted) counts[v] = 0;
  return {
    seeds: seeds.members,
    stride: seeds.drawnAnew ? seeds.count : 0,
    removed: Int32Array.from(removed),
    counts,
    keys: runKeys(seed, runs),
  };
}

/** The chance that one of so many tries succeeds. */
export function chanceOf(probability: number, strength: number): number {
  return 1 - (1 - probability) ** strength;
}

/** Where nothing passes there are no ways: a table of failures cannot say "never". */
function ways(graph: CompactGraph, probability: number): Adjacency {
  return probability === 0 ? { ...graph.in, offsets: new Int32Array(graph.n + 1) } : graph.in;
}

/** Added ties in the direction of practice. */
function practiceWays(graph: CompactGraph, added: readonly AddedTie[]): Adjacency {
  return graphOf(graph.ids, added).in;
}

/** The network with the ties that are added, and without those of members who are away. */
function changed(graph: CompactGraph, { added, removed }: Arm): CompactGraph {
  if (added.length === 0 && removed.length === 0) return graph;
  const away = new Set(removed);
  const ties: AddedTie[] = [];
  forEachArc(graph, (from, to, strength) => ties.push({ from, to, strength }));
  return graphOf(
    graph.ids,
    [...ties, ...added].filter(({ from, to }) => !away.has(from) && !away.has(to)),
  );
}

function graphOf(ids: readonly string[], ties: readonly AddedTie[]): CompactGraph {
  return fromArcs(ids, {
    from: ties.map(({ from }) => from),
    to: ties.map(({ to }) => to),
    strength: ties.map(({ strength }) => strength),
  });
}

/** Each arc once; an undirected tie as one arc each way. */
function forEachArc(graph: CompactGraph, visit: (from: number, to: number, strength: number) => void): void {
  forEachTie(graph, (from, to, strength) => {
    visit(from, to, strength);
    if (!graph.directed) visit(to, from, strength);
  });
}
