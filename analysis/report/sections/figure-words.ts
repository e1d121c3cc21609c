/** How each figure of a report is called, written and read, by its key (`e-i-index@region`). */
import { METRICS } from '../../metrics/index.ts';
import type { Format, Quantity } from '../report-model.ts';

/** Figures that can be negative are written with their sign; shares as per cent; counts whole. */
const FORMATS: Record<string, Format> = {
  'e-i-index': 'signed',
  assortativity: 'signed',
  modularity: 'signed',
  density: 'fine',
  reciprocity: 'share',
  'dyadic-reciprocity': 'share',
  'hub-dependence': 'share',
  isolates: 'count',
  'ties-formed': 'count',
  'ties-dissolved': 'count',
  'membership-churn': 'share',
  'core-retained': 'share',
  'tie-stability': 'share',
  'adoption-curve': 'share',
  exposure: 'share',
};

/** The headline figures, in the order of reports. */
export const MAIN_FIGURES = [
  'e-i-index',
  'density',
  'reciprocity',
  'transitivity',
  'betweenness-centralization',
  'hub-dependence',
  'contribution-gini',
] as const;

export function metricOf(key: string): string {
  return key.split('@', 1)[0]!;
}

export function formatOf(key: string): Format {
  return FORMATS[metricOf(key)] ?? 'decimal';
}

/** "E-I index by region" */
export function titleOf(key: string): string {
  const [id, groupBy] = key.split('@', 2);
  const title = METRICS.find((metric) => metric.id === id)?.title ?? id!;
  return groupBy === undefined ? title : `${title} by ${groupBy}`;
}

/** The keys of the main figures that a check has. */
export function mainKeys(figures: Record<string, unknown>): string[] {
  return MAIN_FIGURES.flatMap((metric) => Object.keys(figures).filter((key) => metricOf(key) === metric));
}

/** The figure as a cell of a table in which every row is another figure. */
export function quantityOf(key: string, value: number | null | undefined): Quantity | null {
  return value === null || value === undefined ? null : { value, format: formatOf(key) };
}
