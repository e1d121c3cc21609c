/**
 * The public face of analysis: records and options in, values out.
 */
export type { Chart, ChartRow } from './charts/chart.ts';
export { drawChart } from './charts/gallery/draw.ts';
export type { ChartOptions, GalleryEntry } from './charts/gallery/entry.ts';
export { GALLERY } from './charts/gallery/index.ts';
export type { Adjacency, CompactGraph } from './graph/compact.ts';
export { compact, forEachTie, fromArcs, unionOf } from './graph/compact.ts';
export {
  type CompactedGraph,
  compactedGraph,
  compactGraph,
  type GraphOptions,
  recordsOfGraph,
} from './graph/from-graph.ts';
export { type Groups, groupsBy, MISSING_GROUP } from './graph/groups.ts';
export { type Interactions, type InteractionTies, interactionsOf, interactionsToTies } from './graph/interactions.ts';
export { select, waveNames } from './graph/select.ts';
export type { Selection } from './graph/selection.ts';
export { memberId, nodeKey, toGraph } from './graph/to-graph.ts';
export { benjaminiHochberg } from './inference/benjamini-hochberg.ts';
export { createRandom, type Random } from './inference/random.ts';
export type { AimId } from './matching/aims/aim.ts';
export { type IntroductionOptions, introductions, type RankedIntroduction } from './matching/introductions.ts';
export { type Measurement, type MeasureOptions, measure } from './measure.ts';
export { type ApartOptions, measureApart } from './measure-apart.ts';
export { MeasureError } from './measure-error.ts';
export { measureGraph } from './measure-graph.ts';
export { METRICS } from './metrics/index.ts';
export type { Metric, MetricResult, Scope, Value } from './metrics/metric.ts';
export type { Model, ModelRequest } from './simulation/model.ts';
export type { SeedChoice } from './simulation/seeding/choose-seeds.ts';
export { NothingToSimulate, type SimulateOptions, type Simulation, simulate } from './simulation/simulate.ts';
