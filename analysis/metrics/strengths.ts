/**
 * Strengths, and the distances made from them. Strength is not distance: the stronger the tie, the nearer, so a length is
 * 1/strength. Text, unknown and negative strengths are refused where strengths count, never taken for 1.
 */

import type { Adjacency } from '../graph/compact.ts';
import { type DistanceSums, distanceSums } from '../graph/distances.ts';
import type { MetricContext } from './context.ts';
import { REASONS } from './result.ts';

/** Why strengths cannot be added up; null where they can. */
export function strengthObstacle({ selected }: MetricContext): string | null {
  if (selected.strengthStated === 'some') return REASONS.strengthMissing;
  return selected.strength.some((strength) => strength < 0) ? REASONS.strengthNegative : null;
}

/** As `strengthObstacle`, for metrics that use strengths only when asked to. */
export function askedStrengthObstacle(context: MetricContext): string | null {
  return context.settings.strength ? strengthObstacle(context) : null;
}

/** Why strengths cannot be made into lengths, where that was asked for. */
export function lengthObstacle(context: MetricContext): string | null {
  if (!context.settings.strength) return null;
  const obstacle = strengthObstacle(context);
  if (obstacle !== null) return obstacle;
  return context.selected.strength.some((strength) => strength <= 0) ? REASONS.strengthNotPositive : null;
}

/** Lengths of ties where strengths were asked for; null: every tie is one step. */
export function lengthsOf(context: MetricContext, adjacency: Adjacency): Float64Array | null {
  return context.settings.strength ? adjacency.strengths.map((strength) => 1 / strength) : null;
}

/** Distances from each member: `out` to those it can reach by naming, `in` from those who can reach it. */
export function distancesOf(context: MetricContext, side: 'out' | 'in'): DistanceSums {
  const { graph } = context;
  const key = graph.directed ? side : 'out';
  return context.shared(`distances/${key}`, () =>
    distanceSums(graph, key, context.execute, lengthsOf(context, graph[key])),
  );
}

/** What a path metric reports of its use of strengths. */
export function lengthUse(context: MetricContext): 'distance' | 'ignored' {
  return context.settings.strength ? 'distance' : 'ignored';
}
