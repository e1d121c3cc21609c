/** A metric's figure as a cell sees it: a value, or why there is none, with everything that it rests on. */
import type { MetricId } from '../ids.ts';

export type FigureScope = 'network' | 'group' | 'member' | 'tie';

/** A number for most metrics; lists and tables for some. */
export type FigureValue =
  | number
  | boolean
  | string
  | readonly FigureValue[]
  | { readonly [key: string]: FigureValue | null };

export interface Figure {
  readonly metric: MetricId;
  readonly scope: FigureScope;
  /** Of the network or of ties; null where it is undefined, with the reason. */
  readonly value?: FigureValue | null;
  /** By member or group. */
  readonly values?: Readonly<Record<string, FigureValue | null>>;
  readonly reason: string | null;
  readonly reasons?: Readonly<Record<string, string>>;
  /** What belongs to it: p, permutations, counts. */
  readonly details: Readonly<Record<string, unknown>>;
  /** How far missing answers could move it; null where nothing is missing. */
  readonly low: number | null;
  readonly high: number | null;
  /** Members and ties. */
  readonly n: number;
  readonly m: number;
  readonly directed: boolean;
  /** Share of those asked who answered; null where nobody knows. */
  readonly response: number | null;
  /** What it is divided by, and its range. */
  readonly normalization: string;
  readonly seed: number;
}
