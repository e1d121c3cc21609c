/**
 * A measurement as one tidy table: a row for every figure, so that notebooks, reports and charts all begin from the same
 * columns. Figures that are lists or objects stay out of it; `resultOf` finds those.
 *
 * The table is not suppressed: it holds what was measured, member by member, and is for stewards and for the report's own
 * making. What a reader sees goes through suppression.ts first.
 */
import { type ColumnTable, table } from 'arquero';
import type { Measurement } from './measure.ts';
import type { MetricResult, Scope } from './metrics/metric.ts';

export interface TidyRow {
  network: string;
  asOf: string;
  scope: Scope;
  /** A member or a group; empty for the network. */
  subject: string;
  metric: string;
  /** The practice whose adoption is meant; empty elsewhere. */
  practice: string;
  /** Yes and no are 1 and 0. */
  value: number | null;
  low: number | null;
  high: number | null;
  reason: string | null;
}

export function tidyRows(measurement: Measurement, of: { network: string; asOf: string }): TidyRow[] {
  return measurement.results.flatMap((result) => {
    const { metric, scope, low, high } = result;
    const common = { ...of, scope, metric, practice: practiceOf(result) };
    if (result.values === undefined) {
      if (result.value !== null && !isNumeric(result.value)) return [];
      return [{ ...common, subject: '', value: toNumber(result.value), low, high, reason: result.reason }];
    }
    const entries = Object.entries(result.values);
    if (!entries.every(([, value]) => value === null || isNumeric(value))) return [];
    return entries.map(([subject, value]) => ({
      ...common,
      subject,
      value: toNumber(value),
      low: null,
      high: null,
      reason: result.reasons?.[subject] ?? null,
    }));
  });
}

/** The same as an arquero table, whose columns are there even when it has no rows. */
export function tidy(measurement: Measurement, of: { network: string; asOf: string }): ColumnTable {
  const rows = tidyRows(measurement, of);
  const columns = [
    'network',
    'asOf',
    'scope',
    'subject',
    'metric',
    'practice',
    'value',
    'low',
    'high',
    'reason',
  ] as const;
  return table(columns.map((name) => [name, rows.map((row) => row[name])]));
}

/** A metric's result in a scope; of a practice where there are several. */
export function resultOf(
  measurement: Measurement,
  metric: string,
  scope: Scope,
  practice?: string,
): MetricResult | undefined {
  return measurement.results.find(
    (result) =>
      result.metric === metric && result.scope === scope && (practice === undefined || practiceOf(result) === practice),
  );
}

/** The number that a metric gives for the whole network; null where there is none. */
export function figureOf(measurement: Measurement, metric: string): number | null {
  const value = resultOf(measurement, metric, 'network')?.value;
  return typeof value === 'number' ? value : null;
}

/** Practices of which adoption was measured, in the measurement's order. */
export function practicesOf(measurement: Measurement): string[] {
  return [...new Set(measurement.results.map(practiceOf))].filter((practice) => practice !== '');
}

function practiceOf({ details }: MetricResult): string {
  return typeof details.practice === 'string' ? details.practice : '';
}

function isNumeric(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function toNumber(value: unknown): number | null {
  return isNumeric(value) ? Number(value) : null;
}
