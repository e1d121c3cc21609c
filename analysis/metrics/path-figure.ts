/**
 * What the figures of the whole network share that are made of distances: they need two members and strengths that can
 * be lengths, look along the direction of naming, and report of how many pairs they speak.
 */
import { type DistanceSums, distanceSums } from '../graph/distances.ts';
import { countKnown } from '../graph/known.ts';
import { bandAround, keepsReplicates, NO_BAND, overReplicates } from '../inference/response-band.ts';
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

interface PathFigure {
  /** The figure; null where nobody reaches anybody and it means nothing then. */
  of: (paths: Paths) => number | null;
  /** False for extremes: one tie more or less says nothing of how sure they are. */
  banded: boolean;
}

export function pathFigure(context: MetricContext, metric: Reporter, { of, banded }: PathFigure): MetricResult[] {
  const { n } = context.graph;
  const obstacle = lengthObstacle(context) ?? (n < 2 ? REASONS.fewerThan(2) : null);
  if (obstacle !== null) return [figure(context, metric, 'network', { reason: obstacle })];
  const paths = pathsOf(n, distancesOf(context, 'out'));
  const value = of(paths);
  if (value === null) return [figure(context, metric, 'network', { reason: 'nobody reaches anybody' })];
  const details = { reachableShare: paths.reached / paths.pairs };
  const band = banded ? bandAround(value, replicatesOf(context).map(of)) : NO_BAND;
  return [figure(context, metric, 'network', { value }, { details, ...band, strength: lengthUse(context) })];
}

/**
 * Of imputed networks alone: these figures are taken on the ties that were reported, so that taking more answers away only
 * hides more ways, on one side of the truth. None where searches in all of them would take long, or where nobody can say
 * how long the ties are that were not reported.
 */
function replicatesOf(context: MetricContext): Paths[] {
  if (context.settings.strength || !keepsReplicates(context)) return [];
  return context.shared('paths/replicates', () =>
    overReplicates(context, (graph, known) =>
      countKnown(known) < graph.n ? [] : [pathsOf(graph.n, distanceSums(graph, 'out', context.execute))],
    ).flat(),
  );
}

function pathsOf(n: number, { reached, total, harmonic, longest }: DistanceSums): Paths {
  return { pairs: n * (n - 1), reached: sum(reached), total: sum(total), harmonic: sum(harmonic), longest };
}

function sum(values: Float64Array): number {
  return values.reduce((total, one) => total + one, 0);
}
