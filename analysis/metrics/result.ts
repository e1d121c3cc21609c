/**
 * Results in the one shape of the contract. Metrics say what is theirs (value, reason, details); the rest (sizes,
 * response, seed, digest) is the same for all and is filled in here.
 *
 * This is also the gate through which no NaN and no infinity passes: a figure that is not finite is a fault of the metric
 * and stops the measurement, because JSON would turn it into a null without a reason.
 */
import type { MetricContext } from './context.ts';
import { MEASURE_VERSION, type MetricResult, type Value } from './metric.ts';

/** What a metric must know of itself to report. */
export interface Reporter {
  id: string;
  normalization: string;
  nulls?: Readonly<Record<string, string>>;
}

interface Extras {
  details?: Record<string, unknown>;
  low?: number | null;
  high?: number | null;
  strength?: MetricResult['strength'];
}

/** One figure for the whole network (or a list of ties): a value, or null with its reason. */
export function figure(
  context: MetricContext,
  metric: Reporter,
  scope: 'network' | 'tie',
  given: { value: Value } | { reason: string },
  extras: Extras = {},
): MetricResult {
  const value = 'value' in given ? given.value : null;
  const reason = 'value' in given ? null : given.reason;
  const result = { metric: metric.id, scope, value, reason, ...frame(context, metric, extras) };
  refuseNotFinite(metric.id, result);
  return result;
}

/** A figure for each member or group: a value, or the reason why there is none. */
export function figures(
  context: MetricContext,
  metric: Reporter,
  scope: 'member' | 'group',
  of: readonly string[],
  given: (at: number) => { value: Value } | { reason: string },
  extras: Extras = {},
): MetricResult {
  const values: [string, Value | null][] = [];
  const reasons: [string, string][] = [];
  for (const [at, id] of of.entries()) {
    const answer = given(at);
    values.push([id, 'value' in answer ? answer.value : null]);
    if ('reason' in answer) reasons.push([id, answer.reason]);
  }
  // fromEntries defines the properties, so that an id such as `__proto__` is a key like any other.
  const result = {
    metric: metric.id,
    scope,
    values: Object.fromEntries(values),
    reason: null,
    reasons: Object.fromEntries(reasons),
    ...frame(context, metric, extras),
  };
  refuseNotFinite(metric.id, result);
  return result;
}

/** The reasons that recur, in the same words everywhere. */
export const REASONS = {
  noMembers: 'no members',
  fewerThan: (members: number) => `fewer than ${members} members`,
  noTies: 'no ties',
  isolate: 'no ties to anybody',
  noAnswer: 'did not answer: own ties are unknown',
  noAnswers: 'nobody answered',
  undirected: 'ties have no direction',
  oneGroup: 'fewer than two groups',
  strengthMissing: 'some ties state no strength, so strengths cannot be added up or compared',
  strengthNegative: 'some strengths are negative',
  strengthNotPositive: 'a strength of 0 or less has no distance',
} as const;

function frame(
  context: MetricContext,
  metric: Reporter,
  extras: Extras,
): Omit<MetricResult, 'metric' | 'scope' | 'reason'> {
  const { graph, selected, settings } = context;
  return {
    details: extras.details ?? {},
    ...explained(metric, extras.details ?? {}),
    low: extras.low ?? null,
    high: extras.high ?? null,
    n: graph.n,
    m: graph.m,
    directed: graph.directed,
    strength: extras.strength ?? 'ignored',
    selfTies: selected.selfTiesDropped,
    parallelTies: selected.parallelTiesCollapsed,
    isolates: context.isolates,
    response: selected.response.rate,
    normalization: metric.normalization,
    seed: settings.seed,
    version: MEASURE_VERSION,
    inputDigest: context.inputDigest,
  };
}

/** The metric's words on those of its details that are null, or hold one. */
function explained({ nulls = {} }: Reporter, details: Record<string, unknown>): Pick<MetricResult, 'nulls'> {
  const met = Object.entries(nulls).filter(([name]) => holdsNull(details[name]));
  return met.length === 0 ? {} : { nulls: Object.fromEntries(met) };
}

function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object') return false;
  return value === null || Object.values(value).some(holdsNull);
}

function refuseNotFinite(metric: string, value: unknown, path = ''): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`metric ${metric} produced ${value} at ${path}: a metric must say null with a reason instead`);
  }
  if (Array.isArray(value)) {
    for (const item of value) refuseNotFinite(metric, item, path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) refuseNotFinite(metric, item, path === '' ? key : path);
  }
}
