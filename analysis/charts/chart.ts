/**
 * A picture with all that goes with it: the finding in words, what is to be seen, the numbers behind it, and the small
 * print. Notebooks show it, reports print it, exports write its rows; none of them has to ask the network again.
 */
import type { Spec } from './theme.ts';

/** A row of the data behind a picture: what its CSV holds. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

export interface Chart {
  /** The gallery's id, such as `mixing-matrix`; exported files bear it too. */
  readonly id: string;
  /** The finding, in words that were computed from the figures. */
  readonly title: string;
  /** What is to be seen, for a screen reader. */
  readonly description: string;
  /** Vega-Lite that versions 5 and 6 understand alike. */
  readonly spec: Spec;
  /** The data behind the picture, with small groups suppressed already. */
  readonly rows: readonly ChartRow[];
  /** n, response, seed and permutations; how to read it; what was left out, capped or suppressed. */
  readonly notes: readonly string[];
}
