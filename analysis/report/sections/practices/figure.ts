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
  const why = result?.reason ?? inWords(skipped) ?? 'not known';
  return {
    figure: { label, value, format, note: value === null ? why : note(details) },
    details,
    isKnown: value !== null,
  };
}

/** What a measurement says to whoever chose its metrics, said to who reads of a practice that has only begun. */
function inWords(skipped: string | undefined): string | undefined {
  return skipped?.startsWith('needs records of the kind') ? 'nothing of it has been recorded yet' : skipped;
}
