/**
 * What member metrics share: the figure of each member, and null for those whose own ties are unknown.
 */
import type { CompactGraph } from '../graph/compact.ts';
import type { MetricContext } from './context.ts';
import { ofScope } from './laws.ts';
import type { Metric, MetricResult, Value } from './metric.ts';
import { figures, REASONS } from './result.ts';

interface MemberFigures {
  of: (v: number, graph: CompactGraph) => Value | null;
  /** Why `of` gave null. */
  whenNull?: string;
  /** Why nobody has a figure, or null. */
  obstacle?: string | null;
  details?: Record<string, unknown>;
  strength?: MetricResult['strength'];
}

/** How many others a member can be tied to: what a count of contacts is divided by to compare networks of unlike size. */
export function possibleTo({ graph }: MetricContext): { possible: number } {
  return { possible: Math.max(0, graph.n - 1) };
}

/** Who has no figure because they did not answer is decided by what the metric states of itself. */
export function memberFigures(context: MetricContext, metric: Metric, given: MemberFigures): MetricResult[] {
  const { known } = context.selected.response;
  const needsAnswer = ofScope(metric.laws.noAnswer, 'member') === 'no-figure';
  const { obstacle = null, whenNull = REASONS.isolate, details = {}, strength = 'ignored' } = given;
  const result = figures(
    context,
    metric,
    'member',
    context.graph.ids,
    (v) => {
      if (obstacle !== null) return { reason: obstacle };
      if (needsAnswer && known[v] === 0) return { reason: REASONS.noAnswer };
      const value = given.of(v, context.graph);
      return value === null ? { reason: whenNull } : { value };
    },
    { details, strength },
  );
  return [{ ...result, reason: obstacle }];
}
