/**
 * How a record of an oracle is answered: by which of our metrics, measured with which options, and shown in which shape.
 */
import type { Measurement, MeasureOptions } from '../measure.ts';
import type { MetricResult, Scope } from '../metrics/metric.ts';

export interface Answer {
  /** The record's metric and variant; `{group}` in a variant stands for a grouping attribute. */
  metric: string;
  variant: string;
  /** Our metric; null where the figure is part of the input (members, ties). */
  id: string | null;
  /** What we have to show, in the shape of the record's value. */
  ours: (figures: Figures) => unknown;
  /** What the record's value says, in the shape of ours. Default: as it is. */
  theirs?: (value: unknown, figures: Figures) => unknown;
  options?: MeasureOptions;
  /** Other metrics of ours that `ours` or `when` reads. */
  reads?: readonly string[];
  undirected?: true;
  /** True where the record of an undirected layer, taken as arcs both ways, is another measure than ours. */
  directedOnly?: true;
  /** Where the tool's definition and ours are one; elsewhere the record is left out. */
  when?: (figures: Figures) => boolean;
  /** Default: 1e-9, for figures that are computed exactly and printed with 12 digits. */
  relative?: number;
  absolute?: number;
}

/** Why a record has no answer among our metrics. `*` ends a variant that goes on. */
export interface NotOurs {
  metric: string;
  variant: string;
  why: string;
}

/** Our figures on one network. */
export interface Figures {
  measurement: Measurement;
  /** Ids of the members, in the order of the oracle's lists. */
  order: readonly string[];
  result: (scope?: Scope, metric?: string) => MetricResult;
  /** Figures of members, in that order. */
  members: (metric?: string) => unknown[];
  value: (metric?: string) => unknown;
  detail: (name: string, metric?: string) => unknown;
}

export type More = Partial<Omit<Answer, 'metric' | 'variant' | 'id' | 'ours'>>;

export function answer(
  metric: string,
  variant: string,
  id: string | null,
  ours: Answer['ours'],
  ...more: More[]
): Answer {
  return Object.assign({ metric, variant, id, ours }, ...more) as Answer;
}

export const U: More = { undirected: true };
export const WEIGHTED: More = { options: { strength: true } };

export const value = (figures: Figures): unknown => figures.value();
export const members = (figures: Figures): unknown[] => figures.members();
export const detail = (name: string) => (figures: Figures) => figures.detail(name);
export const count = (figures: Figures): unknown => (figures.value() as unknown[] | null)?.length ?? null;
export const sizeOf = (figures: Figures): number => figures.measurement.input.members;

/** R prints a vector of one as a number. */
export const asList = (given: unknown): unknown[] => [given].flat();
export const sortedList = (given: unknown): string[] => asList(given).map(String).sort();

/** Some tools print 0 where we say that there is nothing to speak of. */
export const nullAsZero = (figures: Figures): unknown[] => figures.members().map((one) => one ?? 0);
