/**
 * What a metric is given: the selected network in all the shapes it may ask for, built once and shared.
 *
 * Costly intermediates (distances from every member, betweenness) are computed by the first metric that needs them and
 * kept for the others of the same measurement.
 */
import type { MeasurableRecords } from '../../data/records/index.ts';
import { type CompactGraph, compactSelected, degreeOf, unionOf } from '../graph/compact.ts';
import { type Groups, groupsBy } from '../graph/groups.ts';
import { type SelectedTies, select } from '../graph/select.ts';
import type { Selection } from '../graph/selection.ts';
import { createRandom, type Random } from '../inference/random.ts';
import type { Execute } from '../kernels/job.ts';
import { type ShownGroups, shownGroups } from '../small-groups.ts';

/** The options of a measurement, complete: nothing is left to a default hidden in a metric. */
export interface MetricSettings {
  selection: Selection;
  /** For what compares two waves: the earlier one; the later one is the selection's. */
  earlierWave: string | null;
  groupBy: string | null;
  strength: boolean;
  lagPeriods: number;
  thresholdAtLeast: number | null;
  practice: string | null;
  seed: number;
  permutations: number;
  sources: 'auto' | 'all' | number;
  katzAlpha: number | null;
  smallestResponse: number;
  smallestGroup: number | null;
  tiesAsked: boolean;
}

export interface MetricContext {
  readonly records: MeasurableRecords;
  readonly settings: MetricSettings;
  readonly selected: SelectedTies;
  /** The network as asked for, directed or undirected. */
  readonly graph: CompactGraph;
  /** The same with directions joined. */
  readonly union: CompactGraph;
  /** Those that may be shown, and all others together. */
  readonly groups: Groups | null;
  /** What may not be shown by itself, and why. */
  readonly shown: ShownGroups | null;
  /** The wave before, where two are compared. */
  readonly earlier: { selected: SelectedTies; graph: CompactGraph } | null;
  readonly isolates: number;
  readonly inputDigest: string;
  /** Carries heavy work out: here, in threads, or on other machines, with the same result. */
  readonly execute: Execute;
  /** A stream of chance that no other metric draws from. */
  random(stream: string): Random;
  shared<T>(key: string, make: () => T): T;
}

/** @param fingerprint of records and options; taken once the records have been found to be in order. */
export function createContext(
  records: MeasurableRecords,
  settings: MetricSettings,
  execute: Execute,
  fingerprint: () => string,
): MetricContext {
  const selected = select(records, settings.selection);
  const undirected = settings.selection.undirected ?? false;
  const graph = compactSelected(selected, undirected);
  const union = unionOf(graph);
  const shown =
    settings.groupBy === null
      ? null
      : shownGroups(groupsBy(records, graph.ids, settings.groupBy), settings.smallestGroup);
  const kept = new Map<string, unknown>();
  return {
    records,
    settings,
    selected,
    graph,
    union,
    groups: shown?.groups ?? null,
    shown,
    earlier: earlierOf(records, settings, undirected),
    isolates: countIsolates(union),
    inputDigest: fingerprint(),
    execute,
    random: (stream) => createRandom(settings.seed, stream),
    shared<T>(key: string, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
  };
}

function earlierOf(
  records: MeasurableRecords,
  settings: MetricSettings,
  undirected: boolean,
): MetricContext['earlier'] {
  if (settings.earlierWave === null) return null;
  const selected = select(records, { ...settings.selection, waves: [settings.earlierWave] });
  return { selected, graph: compactSelected(selected, undirected) };
}

function countIsolates(union: CompactGraph): number {
  let isolates = 0;
  for (let v = 0; v < union.n; v++) if (degreeOf(union.out, v) === 0) isolates++;
  return isolates;
}
