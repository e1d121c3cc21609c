/** What a cell may say of which ties count and how they are measured; the same words as `weft measure`. */
import type { MetricId } from '../ids.ts';

/** Which ties count. */
export interface TieOptions {
  /** Only ties of this type, or of these. Default: all. */
  type?: string | readonly string[];
  /** Only ties of this survey wave. Default: all, with the ties that no wave asked for. */
  wave?: string;
  /** A pair is tied if either names the other; strengths add. */
  undirected?: boolean;
  /** Only ties of at least this strength. */
  minStrength?: number;
}

export interface MeasuringOptions extends Omit<TieOptions, 'wave'> {
  /** Which metrics. Default: all that the records allow. */
  metrics?: 'all' | MetricId | readonly MetricId[];
  /** One wave, or two to compare: `['1', '2']`. */
  wave?: string | readonly [string, string];
  /** The attribute whose values are the groups. */
  groupBy?: string;
  /** Use strengths where a metric has a weighted form. */
  strength?: boolean;
  /** Whose adoptions. Default: each practice in turn. */
  practice?: string;
  /** Periods between others' adoption and its effect. */
  lagPeriods?: number;
  /** Also count members whose threshold is at least this share, 0 to 1. */
  thresholdAtLeast?: number;
  /** Groups of fewer members are counted together. Default: what the charter says, and 5 for files. */
  smallestGroup?: number;
  /** Below this share of answers, 0 to 1, figures on ties are not estimable. Default: 0. */
  smallestResponse?: number;
  /** Ranks by centrality too, as ranges. */
  ranks?: boolean;
  /** From how many members shortest ways are followed for betweenness. */
  sources?: 'auto' | 'all' | number;
  katzAlpha?: number;
  /** Labellings that permutation tests draw. Default: 10,000. */
  permutations?: number;
  /** Of everything random. Default: 1. */
  seed?: number;
  /** Stops it before it is done. */
  signal?: AbortSignal;
}
