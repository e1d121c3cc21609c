/**
 * Exposure: of those whom a member names, the share who have adopted. Practice runs from the one who is named to the one
 * who names, so contacts are out-ties.
 */
import type { Adopters } from './adopters.ts';
import type { MetricContext } from './context.ts';

/** The share of v's contacts who had adopted by the end of a period; null without contacts of any strength. */
export function exposureAt(context: MetricContext, { adopted }: Adopters, v: number, period: number): number | null {
  const { offsets, targets, strengths } = context.graph.out;
  let reached = 0;
  let all = 0;
  for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
    const amount = context.settings.strength ? strengths[at]! : 1;
    const when = adopted[targets[at]!]!;
    all += amount;
    if (when >= 0 && when <= period) reached += amount;
  }
  return all === 0 ? null : reached / all;
}
