/**
 * What proposed ties, seeds or the loss of people would do to the spread of a practice, against doing nothing.
 *
 * Both arms are run on the same luck (runs.ts), so that their difference is what was changed and not noise. It is a
 * thought experiment under a model that is chosen, not a forecast: ties that are proposed are taken to come about, nobody
 * joins or leaves, and ties that nobody reported (members who did not answer) pass nothing on.
 */
import type { MeasurableRecords, NetworkRecords } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';
import { holdsAsOf } from '../graph/as-of.ts';
import { type CompactGraph, compactSelected, hasTie } from '../graph/compact.ts';
import { type SelectedTies, select } from '../graph/select.ts';
import type { Selection } from '../graph/selection.ts';
import { createExecute } from '../kernels/execute.ts';
import type { Execute } from '../kernels/job.ts';
import type { RankedIntroduction } from '../matching/introductions.ts';
import { MeasureError, unknownName } from '../measure-error.ts';
import { digestOf } from '../metrics/digest.ts';
import { type Arm, newTies } from './arm.ts';
import { passingRate } from './cascade.ts';
import { checkModel, type Model, type ModelRequest } from './model.ts';
import {
  addedTies,
  changedRecords,
  type GivenTie,
  type IntroductionRequest,
  proposedIntroductions,
  type StructureFigure,
  structureFigures,
  withRows,
} from './proposed-change.ts';
import { columnsOf, runAdopters } from './runs.ts';
import { chooseSeeds, positionsOf, type SeedChoice } from './seeding/choose-seeds.ts';
import type { GreedyBound } from './seeding/greedy-seeds.ts';
import { type Band, bandOf, type Difference, differenceOf } from './summary.ts';

export interface SimulateOptions {
  selection?: Selection;
  groupBy?: string | null;
  /**
   * Default: the independent cascade. Where no probability is given, it is the rate at which the practice has passed over
   * ties so far, or 0.1 where no adoptions are recorded.
   */
  model?: ModelRequest;
  /** Whose adopters begin, and from whose adoptions the probability is read; needed where several are recorded. */
  practice?: string | null;
  /** Who begins, in both arms. Default: those who have adopted; one person at random where no adoptions are recorded. */
  seeds?: SeedChoice;
  /** Who begins where nothing is done, if others. */
  seedsNow?: SeedChoice;
  addTies?: readonly GivenTie[];
  introduce?: IntroductionRequest;
  /** Ids of people who would be missing. */
  remove?: readonly string[];
  runs?: number;
  seed?: number;
}

export interface SeedsUsed {
  /** How they were chosen: `adopters`, `given`, or a rule with its number. */
  chosen: string;
  /** Null where they are drawn anew in each run. */
  members: string[] | null;
  bound: GreedyBound | null;
}

export interface Simulation {
  input: { digest: string; members: number; ties: number; directed: boolean; response: number | null };
  model: Model;
  /** Where the probability comes from; null where it was given or there is none. */
  probabilityFrom: 'adoptions' | 'default' | null;
  options: { groupBy: string | null; practice: string | null; selection: Selection; runs: number; seed: number };
  proposed: {
    /** Ties that are not there yet; `from` names `to`. An introduction is two. */
    ties: { from: string; to: string }[];
    introductions: RankedIntroduction[];
    removed: string[];
    /** Given ties that are there already. */
    alreadyThere: number;
  };
  seeds: { doingNothing: SeedsUsed; proposed: SeedsUsed };
  structure: StructureFigure[];
  /** Members who count: all but those who are taken out. */
  counted: number;
  adopters: { doingNothing: Band; proposed: Band; difference: Difference };
  /** Means and bands after each period, where periods are limited. */
  byPeriod: {
    period: number;
    doingNothing: number;
    proposed: number;
    difference: Band;
    bands: { doingNothing: Band; proposed: Band };
  }[];
}

/** There is nothing that could spread: no fault of the one who asks. */
export class NothingToSimulate extends Error {
  override readonly name = 'NothingToSimulate';
}

const USUAL_RUNS = 1_000;
const USUAL_PROBABILITY = 0.1;
const MOST_RUNS = 1_000_000;
/** Runs × periods, of each arm: 160 megabytes. */
const MOST_NUMBERS = 20_000_000;

/** @throws MeasureError, NothingToSimulate */
export function simulate(
  given: MeasurableRecords,
  options: SimulateOptions = {},
  execute: Execute = createExecute(),
): Simulation {
  const { selection = {}, groupBy = null, runs = USUAL_RUNS, seed = 1, addTies = [], introduce } = options;
  requireWhole('runs', runs, 2, MOST_RUNS);
  requireWhole('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const records = withRows(given);
  const selected = select(records, selection);
  const graph = compactSelected(selected, selection.undirected ?? false);
  if (graph.n < 2) throw new NothingToSimulate(`there are ${graph.n} active members; a practice needs two to spread`);

  const removed = positionsOf(options.remove ?? [], graph);
  const picked = introduce === undefined ? [] : proposedIntroductions(records, introduce, groupBy, selection);
  const introduced = picked.flatMap(({ members: [a, b] }) => [
    { from: a, to: b },
    { from: b, to: a },
  ]);
  const wanted = addedTies(graph, addTies);
  const away = new Set(removed);
  const added = newTies(graph, [...wanted, ...addedTies(graph, introduced)]).filter(
    ({ from, to }) => !away.has(from) && !away.has(to),
  );
  if (graph.m === 0 && added.length === 0) {
    throw new NothingToSimulate('there are no ties, and none are proposed: nothing can spread from one to another');
  }

  const practice = practiceOf(records, options);
  const adopters =
    practice === null ? new Map<number, number | string>() : adoptersOf(records, graph, practice, selection);
  const { model, probabilityFrom } = modelOf(options.model ?? USUAL_MODEL, graph, adopters);
  checkStrengths(model, selected, graph);
  const columns = columnsOf(model);
  if (runs * columns > MOST_NUMBERS) {
    throw new MeasureError(`${runs} runs of ${columns} periods are too many at once; give fewer of either`);
  }

  const eligible = graph.ids.map((_, v) => v);
  const choosing = { graph, model, seed, runs, execute };
  const choose = (choice: SeedChoice | undefined, among: readonly number[]) => {
    const isDefault = choice === undefined;
    const begin = choice ?? defaultSeeds(graph, adopters);
    const { seeds, bound } = chooseSeeds(begin, { ...choosing, eligible: among });
    const chosen = begin.rule === 'given' ? (isDefault ? 'adopters' : 'given') : `${begin.rule}:${begin.count}`;
    const members = seeds.drawnAnew ? null : [...seeds.members].map((v) => graph.ids[v]!);
    return { seeds, used: { chosen, members, bound } satisfies SeedsUsed };
  };
  const proposedSeeds = choose(
    options.seeds,
    eligible.filter((v) => !away.has(v)),
  );
  const seedsNow = options.seedsNow === undefined ? proposedSeeds : choose(options.seedsNow, eligible);

  const run = (arm: Arm): Float64Array => runAdopters(graph, model, arm, { runs, seed, uncounted: removed }, execute);
  const doingNothing = run({ seeds: seedsNow.seeds, added: [], removed: [] });
  const proposed = run({ seeds: proposedSeeds.seeds, added, removed });
  const after = (all: Float64Array, period: number): Float64Array => all.filter((_, at) => at % columns === period);
  const atTheEnd = [after(doingNothing, columns - 1), after(proposed, columns - 1)] as const;
  const removedIds = removed.map((v) => graph.ids[v]!);
  const then = changedRecords(records, graph, selected, selection, added, removedIds);
  return {
    input: {
      digest: digestOf(given, { ...options, model, runs, seed }),
      ...{ members: graph.n, ties: graph.m, directed: graph.directed, response: selected.response.rate },
    },
    model,
    probabilityFrom,
    options: { groupBy, practice, selection, runs, seed },
    proposed: {
      ties: added.map(({ from, to }) => ({ from: graph.ids[from]!, to: graph.ids[to]! })),
      introductions: picked,
      removed: removedIds,
      alreadyThere: wanted.filter(({ from, to }) => hasTie(graph.out, from, to)).length,
    },
    seeds: { doingNothing: seedsNow.used, proposed: proposedSeeds.used },
    structure: structureFigures(records, then, groupBy, selection),
    counted: graph.n - removed.length,
    adopters: {
      doingNothing: bandOf(atTheEnd[0]),
      proposed: bandOf(atTheEnd[1]),
      difference: differenceOf(...atTheEnd),
    },
    byPeriod:
      model.periods === null
        ? []
        : Array.from({ length: columns }, (_, at) => {
            const [first, second] = [after(doingNothing, at), after(proposed, at)];
            const difference = bandOf(second.map((value, index) => value - first[index]!));
            const bands = { doingNothing: bandOf(first), proposed: bandOf(second) };
            const means = { doingNothing: bands.doingNothing.mean, proposed: bands.proposed.mean };
            return { period: at + 1, ...means, difference, bands };
          }),
  };
}

function practiceOf(records: NetworkRecords, { practice, seeds, model }: SimulateOptions): string | null {
  const known = [...new Set(records.adoptions.map((body) => body.practice))].sort(byCodePoint);
  if (practice != null) {
    if (!known.includes(practice)) throw unknownName('practice', practice, known);
    return practice;
  }
  if (known.length <= 1) return known[0] ?? null;
  if (seeds !== undefined && (model?.kind === 'threshold' || (model !== undefined && 'probability' in model)))
    return null;
  throw new MeasureError(
    `${known.length} practices are recorded: say which one (${known.slice(0, 8).join(', ')}${known.length > 8 ? ' …' : ''})`,
  );
}

/** Who has taken it up, and when, as positions. */
function adoptersOf(
  records: NetworkRecords,
  graph: CompactGraph,
  practice: string,
  { asOf }: Selection,
): Map<number, number | string> {
  const position = new Map(graph.ids.map((id, at) => [id, at]));
  const since = new Map<number, number | string>();
  for (const { member, practice: of, time, censored } of records.adoptions) {
    const at = position.get(member);
    if (of === practice && !censored && time !== null && at !== undefined && holdsAsOf(time, asOf)) since.set(at, time);
  }
  return since;
}

function defaultSeeds(graph: CompactGraph, adopters: ReadonlyMap<number, unknown>): SeedChoice {
  if (adopters.size === 0) return { rule: 'random', count: 1 };
  return { rule: 'given', members: [...adopters.keys()].sort((a, b) => a - b).map((v) => graph.ids[v]!) };
}

const USUAL_MODEL: ModelRequest = { kind: 'cascade', byStrength: false, periods: null };

function modelOf(
  request: ModelRequest,
  graph: CompactGraph,
  adopters: ReadonlyMap<number, number | string>,
): { model: Model; probabilityFrom: Simulation['probabilityFrom'] } {
  const isGiven = request.kind === 'threshold' || 'probability' in request;
  const usual = adopters.size === 0 ? USUAL_PROBABILITY : passingRate(graph, adopters);
  const model: Model = isGiven ? request : { ...request, probability: usual };
  checkModel(model);
  if (model.kind === 'threshold' && typeof model.thresholds === 'object') {
    const { thresholds } = model;
    const missing = graph.ids.filter((id) => !Object.hasOwn(thresholds, id)).length;
    if (missing > 0) throw new MeasureError(`${missing} members have no threshold; give one for each`);
  }
  return { model, probabilityFrom: isGiven ? null : adopters.size === 0 ? 'default' : 'adoptions' };
}

function checkStrengths(model: Model, { strengthStated }: SelectedTies, graph: CompactGraph): void {
  if (model.kind === 'si' || !model.byStrength || graph.m === 0) return;
  if (strengthStated !== 'all') {
    throw new MeasureError('not all ties state a strength; choose types that do, or leave strengths out');
  }
  if (graph.out.strengths.some((strength) => strength <= 0)) {
    throw new MeasureError(
      'a strength of 0 or below means nothing here; leave such ties out by their smallest strength',
    );
  }
}

function requireWhole(option: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new MeasureError(`${option} is ${value}; give a whole number from ${least} to ${most}`);
}
