/**
 * What the figures of the whole network share that are made of distances: they need two members and strengths that can
 * be lengths, look along the direction of naming, and report of how many pairs they speak.
 */
import type { MetricContext } from './context.ts';
import type { MetricResult } from './metric.ts';
import { figure, REASONS, type Reporter } from './result.ts';
import { distancesOf, lengthObstacle, lengthUse } from './strengths.ts';

/** Sums over all ordered pairs of members. */
export interface Paths {
  pairs: number;
  /** Pairs of which the first reaches the second. */
  reached: number;
  /** Σ d and Σ 1/d over those. */
  total: number;
  harmonic: number;
  /** The largest distance among them. */
  longest: number;
}

/** @param of the figure; null where nobody reaches anybody and it means nothing then. */
export function pathFigure(
  context: MetricContext,
  metric: Reporter,
  of: (paths: Paths) => number | null,
): MetricResult[] {
  const { n } = context.graph;
  const obstacle = lengthObstacle(context) ?? (n < 2 ? REASONS.fewerThan(2) : null);
  if (obstacle !== null) return [figure(context, metric, 'network', { reason: obstacle })];
  const distances = distancesOf(context, 'out');
  const paths: Paths = {
    pairs: n * (n - 1),
    reached: sum(distances.reached),
    total: sum(distances.total),
    harmonic: sum(distances.harmonic),
    longest: distances.longest,
  };
  const value = of(paths);
  if (value === null) return [figure(context, metric, 'network', { reason: 'nobody reaches anybody' })];
  const details = { reachableShare: paths.reached / paths.pairs };
  return [figure(context, metric, 'network', { value }, { details, strength: lengthUse(context) })];
}

function sum(values: Float64Array): number {
  return values.reduce((total, one) => total + one, 0);
}
