/** Thresholds: of a member's contacts, the share who had adopted when the member did; for each member, or why there is none. */
import type { Adopters } from './adopters.ts';
import type { MetricContext } from './context.ts';
import { exposureAt } from './exposures.ts';
import { REASONS } from './result.ts';
import { askedStrengthObstacle } from './strengths.ts';

export type Threshold = { value: number } | { reason: string };

export function thresholdsOf(context: MetricContext, adopters: Adopters): Threshold[] {
  const { known } = context.selected.response;
  const obstacle = askedStrengthObstacle(context);
  return context.graph.ids.map((_, v) => {
    if (obstacle !== null) return { reason: obstacle };
    if (adopters.adopted[v] === -1) return { reason: 'has not adopted while observed' };
    if (known[v] === 0) return { reason: REASONS.noAnswer };
    return ofAdopter(context, adopters, v);
  });
}

function ofAdopter(context: MetricContext, adopters: Adopters, v: number): Threshold {
  const before = adopters.adopted[v]! - context.settings.lagPeriods;
  if (before < 0) return { reason: 'adopted before the lag had passed' };
  const value = exposureAt(context, adopters, v, before);
  return value === null ? { reason: 'no contacts' } : { value };
}
