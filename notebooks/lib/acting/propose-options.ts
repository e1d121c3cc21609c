/** Whom a cell proposes to introduce, why, and in whose name. */
import type { MetricId } from '../ids.ts';
import type { Introductions } from './introductions.ts';

export interface ProposeOptions {
  /** Two members, several pairs, or what `introductions` found. */
  introduce: readonly [string, string] | readonly (readonly [string, string])[] | Introductions;
  /** Why, in your own words: sealed, and read by whoever decides. */
  because?: string;
  /** What it should move. Default: what the charter's rules propose introductions for. */
  metric?: MetricId;
  groupBy?: string;
  /** In whose name: an id or an address. Default: the one evaluator there is, else the one lead. */
  as?: string;
}
