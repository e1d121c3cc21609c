/**
 * Measures a network: records and options in, a result of every metric asked for out.
 *
 * Pure and repeatable: the same records (in any order) and options give the same bytes. Options that are not known are
 * refused, because an option that is dropped in silence gives a figure that answers another question.
 */
import type { MeasurableRecords } from '../data/records/index.ts';
import { waveNames } from './graph/select.ts';
import type { Selection } from './graph/selection.ts';
import { createExecute } from './kernels/execute.ts';
import type { Execute } from './kernels/job.ts';
import { MeasureError, unknownName } from './measure-error.ts';
import { createContext, type MetricContext, type MetricSettings } from './metrics/context.ts';
import { digestOf } from './metrics/digest.ts';
import { METRICS } from './metrics/index.ts';
import { withRanks } from './metrics/member-ranks.ts';
import type { Metric, MetricResult } from './metrics/metric.ts';
import { figure, figures } from './metrics/result.ts';
import { withoutSmallGroups } from './metrics/without-small-groups.ts';

export interface MeasureOptions {
  /** Ids of metrics. Default: all that the records allow. */
  metrics?: 'all' | readonly string[];
  /** Types of tie. Default: all. */
  types?: 'all' | readonly string[];
  /** One wave, or two to compare: the second is then the network, the first what it is compared with. Default: all. */
  wave?: 'all' | string | readonly [string, string];
  /** A pair is tied if either names the other; strengths add. */
  undirected?: boolean;
  /** The same asked the other way: false means undirected. */
  directed?: boolean;
  minStrength?: number;
  /** The attribute whose values are the groups. */
  groupBy?: string;
  /** An ISO date, or a period number as text: what was observed later does not count. */
  asOf?: string;
  /** Use strengths where a metric has a weighted form. */
  strength?: boolean;
  /** Periods between others' adoption and its effect. Default: 0. */
  lagPeriods?: number;
  /** Also count members whose threshold is at least this share (0 to 1). */
  thresholdAtLeast?: number;
  /** Which practice's adoptions. Default: each practice in turn. */
  practice?: string;
  seed?: number;
  permutations?: number;
  /**
   * From how many members, drawn by the seed, shortest ways are followed for betweenness: all, so many, or (auto, the
   * default) all unless that would take minutes.
   */
  sources?: 'auto' | 'all' | number;
  /** How much of a way's weight each further step of Katz centrality keeps; above 0 and below 1/λ. Default: half of that. */
  katzAlpha?: number;
  /** Ranks by centrality too, as ranges: how far a rank hangs on who happened to answer. Default: false. */
  ranks?: boolean;
  /** Groups of fewer members are not shown by themselves but counted together. Default: all are shown. */
  smallestGroup?: number;
  /** Below this share of answers (0 to 1) figures on ties are not estimable. Default: 0. */
  smallestResponse?: number;
  /** False where nobody has been asked about ties yet: figures on ties are then unknown, not zero. Default: true. */
  tiesAsked?: boolean;
}

export interface Measurement {
  input: {
    digest: string;
    members: number;
    ties: number;
    directed: boolean;
    selfTiesDropped: number;
    parallelTiesCollapsed: number;
    /** Rows that name somebody who does not take part. */
    outsideTiesDropped: number;
    isolates: number;
    /** Names of the groups, where members were grouped. */
    groups: string[];
    /** Why a group is not among them and is counted with others, by its name. */
    groupsWithheld: Record<string, string>;
    /** Share of those asked who answered; null where no record of it was kept. */
    response: number | null;
  };
  /** Every option with the value that was used. */
  options: Required<
    Omit<
      MeasureOptions,
      'minStrength' | 'groupBy' | 'asOf' | 'thresholdAtLeast' | 'practice' | 'katzAlpha' | 'smallestGroup'
    >
  > & {
    minStrength: number | null;
    groupBy: string | null;
    asOf: string | null;
    thresholdAtLeast: number | null;
    practice: string | null;
    katzAlpha: number | null;
    smallestGroup: number | null;
  };
  results: MetricResult[];
  /** Metrics of `all` that make no sense for these records and options, and why. */
  skipped: { metric: string; reason: string }[];
}

/** @param execute who carries heavy work out: this machine's threads unless said otherwise. The result is the same. */
export function measure(
  records: MeasurableRecords,
  options: MeasureOptions = {},
  execute: Execute = createExecute(),
): Measurement {
  const used = complete(options);
  const settings = settingsOf(used);
  const chosen = chooseMetrics(used.metrics);
  refuseUnknownWaves(records, used.wave);
  const context = createContext(records, settings, execute, () => digestOf(records, used));

  const results: MetricResult[] = [];
  const skipped: Measurement['skipped'] = [];
  for (const metric of chosen) {
    const obstacle = obstacleTo(metric, context);
    if (obstacle !== null && used.metrics === 'all') skipped.push({ metric: metric.id, reason: obstacle });
    else if (obstacle !== null) results.push(...notMeasured(metric, context, obstacle));
    else results.push(...(tooFewAnswered(metric, context) ?? metric.compute(context)));
  }
  const { selected } = context;
  const ranked = used.ranks ? withRanks(context, chosen, results) : results;
  return {
    input: {
      digest: context.inputDigest,
      members: context.graph.n,
      ties: context.graph.m,
      directed: context.graph.directed,
      selfTiesDropped: selected.selfTiesDropped,
      parallelTiesCollapsed: selected.parallelTiesCollapsed,
      outsideTiesDropped: selected.outsideTiesDropped,
      isolates: context.isolates,
      groups: context.groups?.names ?? [],
      groupsWithheld: Object.fromEntries(context.shown?.withheld ?? []),
      response: selected.response.rate,
    },
    options: used,
    results: ranked.map((result) => withoutSmallGroups(result, context)),
    skipped,
  };
}

/**
 * What `measure` would give its metrics, for what is made of the same things and is no metric: the distributions and
 * curves that charts draw.
 */
export function contextFor(
  records: MeasurableRecords,
  options: MeasureOptions = {},
  execute: Execute = createExecute(),
): MetricContext {
  const used = complete(options);
  refuseUnknownWaves(records, used.wave);
  return createContext(records, settingsOf(used), execute, () => digestOf(records, used));
}

type UsedOptions = Measurement['options'];

const DEFAULTS: UsedOptions = {
  metrics: 'all',
  types: 'all',
  wave: 'all',
  undirected: false,
  directed: true,
  minStrength: null,
  groupBy: null,
  asOf: null,
  strength: false,
  lagPeriods: 0,
  thresholdAtLeast: null,
  practice: null,
  seed: 1,
  permutations: 10_000,
  sources: 'auto',
  katzAlpha: null,
  ranks: false,
  smallestGroup: null,
  smallestResponse: 0,
  tiesAsked: true,
};

function complete(options: MeasureOptions): UsedOptions {
  const known = Object.keys(DEFAULTS);
  for (const name of Object.keys(options)) if (!known.includes(name)) throw unknownName('option', name, known);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const used: UsedOptions = { ...DEFAULTS, ...given };
  if (options.undirected !== undefined && options.directed !== undefined && options.undirected === options.directed) {
    throw new MeasureError('directed and undirected contradict each other; give one of them');
  }
  used.undirected = options.undirected ?? (options.directed === undefined ? false : !options.directed);
  used.directed = !used.undirected;
  requireNumber('seed', used.seed, Number.isSafeInteger(used.seed), 'a whole number');
  requireNumber('permutations', used.permutations, isCount(used.permutations, 1), 'a whole number from 1');
  const { sources } = used;
  requireNumber(
    'sources',
    sources,
    sources === 'auto' || sources === 'all' || isCount(sources, 1),
    '“auto”, “all” or a whole number from 1',
  );
  const { katzAlpha } = used;
  requireNumber(
    'katzAlpha',
    katzAlpha,
    katzAlpha === null || (katzAlpha > 0 && Number.isFinite(katzAlpha)),
    'a number above 0',
  );
  requireNumber('lagPeriods', used.lagPeriods, isCount(used.lagPeriods, 0), 'a whole number from 0');
  requireNumber('smallestResponse', used.smallestResponse, isShare(used.smallestResponse), 'a share from 0 to 1');
  requireNumber('ranks', used.ranks, typeof used.ranks === 'boolean', 'true or false');
  const { smallestGroup } = used;
  requireNumber(
    'smallestGroup',
    smallestGroup,
    smallestGroup === null || isCount(smallestGroup, 1),
    'a whole number from 1',
  );
  const { thresholdAtLeast, minStrength } = used;
  requireNumber(
    'thresholdAtLeast',
    thresholdAtLeast,
    thresholdAtLeast === null || isShare(thresholdAtLeast),
    'a share from 0 to 1',
  );
  requireNumber('minStrength', minStrength, minStrength === null || Number.isFinite(minStrength), 'a number');
  return used;
}

function requireNumber(option: string, value: unknown, fits: boolean, expected: string): void {
  if (!fits) throw new MeasureError(`option ${option} is ${JSON.stringify(value)}; give ${expected}`);
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function settingsOf(used: UsedOptions): MetricSettings {
  const { wave } = used;
  const waves = wave === 'all' ? 'all' : typeof wave === 'string' ? [wave] : [wave[1]];
  const selection: Selection = { types: used.types, waves, undirected: used.undirected };
  if (used.minStrength !== null) selection.minStrength = used.minStrength;
  if (used.asOf !== null) selection.asOf = used.asOf;
  return {
    selection,
    earlierWave: typeof wave === 'string' ? null : wave[0],
    groupBy: used.groupBy,
    strength: used.strength,
    lagPeriods: used.lagPeriods,
    thresholdAtLeast: used.thresholdAtLeast,
    practice: used.practice,
    seed: used.seed,
    permutations: used.permutations,
    sources: used.sources,
    katzAlpha: used.katzAlpha,
    smallestResponse: used.smallestResponse,
    smallestGroup: used.smallestGroup,
    tiesAsked: used.tiesAsked,
  };
}

function chooseMetrics(asked: 'all' | readonly string[]): readonly Metric[] {
  if (asked === 'all') return METRICS;
  const known = METRICS.map((metric) => metric.id);
  return [...new Set(asked)].map((id) => {
    const metric = METRICS.find((candidate) => candidate.id === id);
    if (metric === undefined) throw unknownName('metric', id, known);
    return metric;
  });
}

function refuseUnknownWaves(records: MeasurableRecords, wave: UsedOptions['wave']): void {
  if (wave === 'all') return;
  const known = waveNames(records);
  for (const name of typeof wave === 'string' ? [wave] : wave) {
    if (!known.includes(name)) throw unknownName('wave', name, known);
  }
}

/** Why a metric makes no sense for these records and options; null where it does. */
function obstacleTo(metric: Metric, context: MetricContext): string | null {
  const { records, settings, graph } = context;
  if (metric.directedOnly && !graph.directed) return 'ties have no direction';
  if (metric.needs === 'groups' && context.groups === null) return 'needs groups: give an attribute to group by';
  if (metric.needs === 'groups' && metric.readsValues !== true && context.shown!.obstacle !== null)
    return context.shown!.obstacle;
  if (metric.needs === 'adoptions' && records.adoptions.length === 0) return 'needs adoptions: there are none';
  if (metric.needs === 'contributions' && records.contributions.length === 0)
    return 'needs contributions: there are none';
  if (metric.reads !== undefined && (records.practices?.[metric.reads] ?? []).length === 0)
    return `needs records of the kind ${metric.reads}: there are none`;
  if (metric.needs === 'two-waves' && settings.earlierWave === null) return 'needs two waves to compare: give both';
  return null;
}

/** The results that say "not estimable" where nobody was asked or too few answered; null where enough did. */
function tooFewAnswered(metric: Metric, context: MetricContext): MetricResult[] | null {
  if (!metric.readsTies) return null;
  if (!context.settings.tiesAsked) return notMeasured(metric, context, 'nobody has been asked about ties yet');
  const rates = [context.selected.response.rate];
  if (metric.needs === 'two-waves') rates.push(context.earlier?.selected.response.rate ?? null);
  const least = context.settings.smallestResponse;
  const lowest = rates.reduce<number | null>((low, rate) => (rate === null ? low : Math.min(low ?? 1, rate)), null);
  if (lowest === null || lowest >= least) return null;
  const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
  return notMeasured(
    metric,
    context,
    `not estimable: ${percent(lowest)} answered, at least ${percent(least)} are asked for`,
  );
}

function notMeasured(metric: Metric, context: MetricContext, reason: string): MetricResult[] {
  return metric.scopes.map((scope) => {
    if (scope === 'network' || scope === 'tie') return figure(context, metric, scope, { reason });
    const of = scope === 'member' ? context.graph.ids : (context.groups?.names ?? []);
    return { ...figures(context, metric, scope, of, () => ({ reason })), reason };
  });
}
