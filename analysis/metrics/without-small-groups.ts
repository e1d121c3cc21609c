/**
 * Says of groups that are not shown by themselves that, and why, they have no figure; and of their members that a figure
 * of their group would stand for all that are counted together.
 */
import { byCodePoint } from '../code-point.ts';
import type { MetricContext } from './context.ts';
import { METRICS } from './index.ts';
import type { MetricResult, Value } from './metric.ts';

export function withoutSmallGroups(result: MetricResult, { shown, graph }: MetricContext): MetricResult {
  if (shown === null || shown.withheld.size === 0 || result.values === undefined) return result;
  if (result.scope === 'group') return withReasons(result, shown.withheld);
  const metric = METRICS.find(({ id }) => id === result.metric);
  if (metric?.needs !== 'groups') return result;
  const members = graph.ids.filter((_, v) => shown.isWithheld[v] === 1);
  return withReasons(result, new Map(members.map((id) => [id, 'in a group that is not shown by itself'])));
}

function withReasons(result: MetricResult, reasons: ReadonlyMap<string, string>): MetricResult {
  const values = new Map<string, Value | null>(Object.entries(result.values ?? {}));
  const why = new Map(Object.entries(result.reasons ?? {}));
  for (const [name, reason] of reasons) {
    values.set(name, null);
    why.set(name, reason);
  }
  return { ...result, values: inOrder(values), reasons: inOrder(why) };
}

function inOrder<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byCodePoint(a, b)));
}
