/** A metric of a practice as a figure of its section: with how many it rests on, and why where it is not known. */
import { resultOf } from '../../../tables.ts';
import type { Figure, Format } from '../../report-model.ts';
import type { Scene } from '../../scene.ts';

export interface Shown {
  figure: Figure;
  details: Record<string, unknown>;
  isKnown: boolean;
}

/** @param note what stands under a figure that is known. */
export function metricFigure(
  { check }: Scene,
  metric: string,
  { label, format, note }: { label: string; format: Format; note: (details: Record<string, unknown>) => string },
): Shown {
  const result = resultOf(check.measurement, metric, 'network');
  const skipped = check.measurement.skipped.find((entry) => entry.metric === metric)?.reason;
  const value = typeof result?.value === 'number' ? result.value : null;
  const details = result?.details ?? {};
  const why = result?.reason ?? skipped ?? 'not known';
  return {
    figure: { label, value, format, note: value === null ? why : note(details) },
    details,
    isKnown: value !== null,
  };
}
