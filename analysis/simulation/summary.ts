/**
 * What many runs say together: a mean, the band in which nine of ten lie, and of a difference how sure its mean is.
 *
 * Two spreads that are easily mistaken for each other are kept apart. The band is what may come to pass: it does not
 * narrow with more runs. The interval is how well the mean is known from so many runs: it does, with their root. It says
 * nothing of whether the model is right.
 */
export interface Band {
  mean: number;
  /** 5 % of the runs lie below, 5 % above. */
  low: number;
  high: number;
}

export interface Difference extends Band {
  /** 95 % interval of the mean, from the runs' differences, pair by pair. */
  interval: [number, number];
  /** Shares of the runs in which it is more, the same, and less. */
  more: number;
  same: number;
  less: number;
}

/** @param runs at least one. */
export function bandOf(runs: Float64Array): Band {
  const sorted = runs.toSorted();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return { mean: meanOf(runs), low: at(0.05), high: at(0.95) };
}

/** The second against the first, run by run. @param first at least two runs. */
export function differenceOf(first: Float64Array, second: Float64Array): Difference {
  const differences = second.map((value, run) => value - first[run]!);
  const { length } = differences;
  const mean = meanOf(differences);
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (length - 1);
  const half = NORMAL_95 * Math.sqrt(variance / length);
  const share = (holds: (value: number) => boolean): number => differences.filter(holds).length / length;
  return {
    ...bandOf(differences),
    interval: [mean - half, mean + half],
    more: share((value) => value > 0),
    same: share((value) => value === 0),
    less: share((value) => value < 0),
  };
}

/** The 97.5th percentile of the normal distribution: with hundreds of runs their mean follows it. */
const NORMAL_95 = 1.959963984540054;

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
