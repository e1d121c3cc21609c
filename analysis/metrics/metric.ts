/**
 * What a metric is, and what it returns.
 *
 * A metric is one file in a family's folder and one line in `index.ts`. Its definition, direction, edge cases, reference
 * and reading are data, not a comment: `weft metrics ID`, the report's method section and the reader of the file see the
 * same words, and its example runs as a test.
 */
import type { PracticeRecords } from '../../data/records/index.ts';
import type { MetricContext } from './context.ts';
import type { Laws } from './laws.ts';
import type { Scope, Value } from './value.ts';

export type { Scope, Value } from './value.ts';

export type Family = 'centrality' | 'structure' | 'silo' | 'diffusion' | 'change' | 'equity' | 'practice';

/** Raised when a definition changes, so that figures of two versions are never compared by mistake. */
export const MEASURE_VERSION = '2';

/** Options of `measure` that change a metric's value, beyond those that choose the network. */
export type OptionName =
  | 'strength'
  | 'groupBy'
  | 'permutations'
  | 'seed'
  | 'sources'
  | 'katzAlpha'
  | 'lagPeriods'
  | 'thresholdAtLeast'
  | 'practice'
  | 'ranks'
  | 'wave';

export interface Metric {
  /** The id of the command line. */
  id: string;
  family: Family;
  scopes: readonly Scope[];
  title: string;
  /** The question it answers for a network's lead. */
  question: string;
  /** Formula, with every symbol named. */
  definition: string;
  /** Which way it looks, and whether strengths count. */
  direction: string;
  /** What it is divided by, and its range. */
  normalization: string;
  /** Empty, one member, isolates, disconnected, no answer. */
  edgeCases: string;
  /** What null means among the details, by the detail's name; every detail that can be null or hold one is here. */
  nulls?: Readonly<Record<string, string>>;
  /** Cost in n members and m ties, and the largest size measured. */
  cost: string;
  /** With DOI. */
  reference: string;
  /** Which tool agrees, by which call, how closely. */
  oracle: string;
  /** What a change of the network does to its figures; tried on random networks. */
  laws: Laws;
  /** What a high value means, and what it does not. */
  reading: string;
  example: Example;
  options: readonly OptionName[];
  needs: 'ties' | 'groups' | 'adoptions' | 'two-waves' | 'contributions' | 'practice';
  /** For `practice`: of which kind of record there must be some. */
  reads?: keyof PracticeRecords;
  /** False where no tie is read, so that a low response to the survey takes nothing away. */
  readsTies: boolean;
  /** Undefined where ties have no direction. */
  directedOnly?: true;
  /** Reads the attribute's values one by one and counts no groups, so that small groups take nothing away. */
  readsValues?: true;
  compute(context: MetricContext): MetricResult[];
}

/** A network small enough to check by hand, and what the metric gives on it. */
export interface Example {
  /** Ties as "a>b", blank-separated; a member without ties as "d". */
  network: string;
  undirected?: true;
  /** Group of each member, by id. */
  groups?: Record<string, string>;
  /** Period of adoption, by id. */
  adoptions?: Record<string, number>;
  /** A second wave's ties, for what compares two. */
  later?: string;
  /** Contributors in turn, with whom they helped as "a>b", and who of them is in the hub. */
  contributions?: string;
  hub?: string;
  /** What practices recorded. */
  practices?: Partial<PracticeRecords>;
  /** Of which scope the figure is; default: the metric's first. */
  scope?: Scope;
  gives: Value | null | Record<string, Value | null>;
}

export interface MetricResult {
  metric: string;
  scope: Scope;
  /** The figure of a network or of ties; null where it is undefined, with the reason. */
  value?: Value | null;
  /** The figures by member or group. */
  values?: Record<string, Value | null>;
  reason: string | null;
  /** Why a figure among `values` is null, by member or group. */
  reasons?: Record<string, string>;
  details: Record<string, unknown>;
  /** What null means in a detail that is null or holds one, by its name; absent where there is none. */
  nulls?: Record<string, string>;
  /** A band that shows how far missing answers could move the figure; null where none is known to be missing. */
  low: number | null;
  high: number | null;
  n: number;
  m: number;
  directed: boolean;
  strength: 'ignored' | 'strength' | 'distance';
  selfTies: number;
  parallelTies: number;
  isolates: number;
  response: number | null;
  normalization: string;
  seed: number;
  version: string;
  inputDigest: string;
}
