/**
 * The 95 % interval of a mean, from how often each point of a scale was given: Student's t, kept within the scale. Null
 * where all gave the same, because then nothing is known of how far answers spread.
 *
 * Distribution of t for a whole number of degrees of freedom: Abramowitz & Stegun 1964, 26.7.3 and 26.7.4.
 */
export interface Mean {
  n: number;
  mean: number;
  /** Standard error. */
  error: number;
  interval: [number, number] | null;
}

/** @param counts answers of point 1, 2, 3 …; at least two answers. */
export function meanOf(counts: readonly number[]): Mean {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / n;
  const squares = counts.reduce((sum, count, at) => sum + count * (at + 1 - mean) ** 2, 0);
  const error = Math.sqrt(squares / (n - 1) / n);
  if (error === 0) return { n, mean, error, interval: null };
  const half = tBeyond95(n - 1) * error;
  return { n, mean, error, interval: [Math.max(1, mean - half), Math.min(counts.length, mean + half)] };
}

/** The t that 95 % of the distribution lie within, on both sides of 0. */
export function tBeyond95(freedom: number): number {
  let [low, high] = [1.9, 13];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, freedom) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function shareWithin(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  if (freedom === 1) return (2 / Math.PI) * angle;
  let term = isOdd ? cos : 1;
  let sum = term;
  for (let power = isOdd ? 3 : 2; power <= freedom - 2; power += 2) {
    term *= ((power - 1) / power) * cos ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}
