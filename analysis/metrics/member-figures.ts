/**
 * What member metrics share: the figure of each member, and null for those whose own ties are unknown.
 */
import type { CompactGraph } from '../graph/compact.ts';
import type { MetricContext } from './context.ts';
import type { MetricResult, Value } from './metric.ts';
import { figures, REASONS, type Reporter } from './result.ts';

interface MemberFigures {
  of: (v: number, graph: CompactGraph) => Value | null;
  /** Why `of` gave null. */
  whenNull?: string;
  /** True where the figure needs to know whom the member names. */
  needsOwnTies?: boolean;
  /** Why nobody has a figure, or null. */
  obstacle?: string | null;
  details?: Record<string, unknown>;
  strength?: MetricResult['strength'];
}

export function memberFigures(context: MetricContext, metric: Reporter, given: MemberFigures): MetricResult[] {
  const { known } = context.selected.response;
  const {
    obstacle = null,
    needsOwnTies = false,
    whenNull = REASONS.isolate,
    details = {},
    strength = 'ignored',
  } = given;
  const result = figures(
    context,
    metric,
    'member',
    context.graph.ids,
    (v) => {
      if (obstacle !== null) return { reason: obstacle };
      if (needsOwnTies && known[v] === 0) return { reason: REASONS.noAnswer };
      const value = given.of(v, context.graph);
      return value === null ? { reason: whenNull } : { value };
    },
    { details, strength },
  );
  return [{ ...result, reason: obstacle }];
}
