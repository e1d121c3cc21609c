import type { MetricResult } from '../../../analysis/index.ts';

/** Names of the details that are null or hold one. */
export function nullDetails({ details }: MetricResult): string[] {
  const names = Object.keys(details).filter((name) => /[:[,]null\b/.test(`:${JSON.stringify(details[name])}`));
  return names.sort();
}
