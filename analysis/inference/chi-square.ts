/**
 * How often chance alone gives a chi-square at least this large: the upper tail Q(k/2, x/2) of the gamma distribution.
 *
 * A series where x is small beside k, else a continued fraction by Lentz's method; both to the last bits. Abramowitz &
 * Stegun 1964, 6.5.29 and 6.5.31.
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  const a = degreesOfFreedom / 2;
  const half = x / 2;
  const factor = Math.exp(a * Math.log(half) - half - logGammaOfHalves(degreesOfFreedom));
  return half < a + 1 ? 1 - factor * lowerSeries(a, half) : factor * upperFraction(a, half);
}

/** Terms of either expansion; far more than any x and k here need. */
const MOST_TERMS = 10_000;

const SETTLED = 1e-16;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_TERMS && term > sum * SETTLED; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < SETTLED * 10) break;
  }
  return fraction;
}

/** ln Γ(k/2), from Γ(1) = 1 and Γ(½) = √π upwards. */
function logGammaOfHalves(k: number): number {
  let sum = k % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let a = k % 2 === 0 ? 1 : 0.5; a < k / 2; a++) sum += Math.log(a);
  return sum;
}
