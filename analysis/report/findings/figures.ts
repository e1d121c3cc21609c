/**
 * The figures that rules are held against: one number for the whole network each, or the reason why there is none.
 *
 * A metric that compares groups has its attribute in the key (`e-i-index@region`): the same metric by region and by
 * organisation are two figures. A metric of a practice has the practice in it (`adoption-curve:shared-intake`); a rule names
 * the metric alone, which says which figure is meant only while there is one practice. Metrics that give a list or a yes/no have no figure; a rule cannot be written on them.
 */
import { METRICS } from '../../metrics/index.ts';
import type { MetricResult } from '../../metrics/metric.ts';
import type { PictureMeasured } from '../measure-picture.ts';

export interface Figure {
  value: number | null;
  /** Why it is null. */
  reason: string | null;
  /** Where the metric tests it against chance: two-sided p, and the value that chance gives on average. */
  p: number | null;
  expected: number | null;
}

export interface Figures {
  /** By key. */
  byKey: ReadonlyMap<string, Figure>;
  unknownAttributes: readonly string[];
  skipped: ReadonlyMap<string, string>;
}

export function figuresOf(measured: PictureMeasured): Figures {
  const byKey = new Map<string, Figure>();
  for (const { results, options } of [measured.main, ...measured.byAttribute]) {
    for (const result of results) {
      const { practice } = result.details;
      const key = figureKey(result.metric, options.groupBy, typeof practice === 'string' ? practice : null);
      if (isFigure(result)) byKey.set(key, toFigure(result));
    }
  }
  const skipped = new Map(measured.main.skipped.map((entry) => [entry.metric, entry.reason]));
  return { byKey, unknownAttributes: measured.unknownAttributes, skipped };
}

/** The key of a figure: an attribute belongs to it only where the metric compares groups. */
export function figureKey(metric: string, groupBy: string | null, practice: string | null = null): string {
  const figure = practice === null ? metric : `${metric}:${practice}`;
  return comparesGroups(metric) && groupBy !== null ? `${figure}@${groupBy}` : figure;
}

export function comparesGroups(metric: string): boolean {
  return METRICS.some((candidate) => candidate.id === metric && candidate.needs === 'groups');
}

export function readsTies(metric: string): boolean {
  return METRICS.some((candidate) => candidate.id === metric && candidate.readsTies);
}

/** The figure of a rule, or the reason why there is none. */
export function lookUp(figures: Figures, metric: string, groupBy: string): Figure {
  const nothing = (reason: string): Figure => ({ value: null, reason, p: null, expected: null });
  if (comparesGroups(metric) && figures.unknownAttributes.includes(groupBy)) {
    return nothing(`no member has the attribute "${groupBy}"`);
  }
  const found = figures.byKey.get(figureKey(metric, groupBy));
  if (found !== undefined) return found;
  const ofPractices = [...figures.byKey].filter(([key]) => key.startsWith(`${metric}:`));
  if (ofPractices.length === 1) return ofPractices[0]![1];
  if (ofPractices.length > 1) return nothing(`"${metric}" is measured for each of ${ofPractices.length} practices`);
  return nothing(figures.skipped.get(metric) ?? `"${metric}" gives no single figure for the network`);
}

/** Key to value, in the order in which they were measured. */
export function figureTable(figures: Figures): Record<string, number | null> {
  return Object.fromEntries([...figures.byKey].map(([key, figure]) => [key, figure.value]));
}

function isFigure(result: MetricResult): boolean {
  return result.scope === 'network' && (typeof result.value === 'number' || result.value === null);
}

function toFigure({ value, reason, details }: MetricResult): Figure {
  return {
    value: typeof value === 'number' ? value : null,
    reason,
    p: typeof details.p === 'number' ? details.p : null,
    expected: typeof details.expected === 'number' ? details.expected : null,
  };
}
