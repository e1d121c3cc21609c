/**
 * Least squares for the Bass model, by Levenberg and Marquardt's steps in its two parameters.
 *
 * Steps go along the curve's own derivatives, shortened while they make the fit worse, from a few starting points that
 * cover fast and slow, pushed and contagious spread; the best end counts. Standard errors come from the curvature there,
 * as R's nls gives them.
 */
export interface BassFit {
  p: number;
  q: number;
  standardErrors: { p: number; q: number };
  /** Of the estimates of p and q. */
  covariance: number;
  residualSumOfSquares: number;
}

const STARTS: readonly [number, number][] = [
  [0.03, 0.38],
  [0.1, 0.1],
  [0.005, 0.6],
  [0.3, 0.01],
];

const MOST_STEPS = 500;

/** @param shares cumulative, one a period from period 1. @returns null when no start settles at p > 0. */
export function fitBass(shares: readonly number[]): BassFit | null {
  let best: BassFit | null = null;
  for (const start of STARTS) {
    const fit = descend(shares, start);
    if (fit !== null && (best === null || fit.residualSumOfSquares < best.residualSumOfSquares)) best = fit;
  }
  return best;
}

/** The fitted share by the end of period t, and its standard error by the delta method. */
export function bassShare({ p, q, standardErrors, covariance }: BassFit, t: number): { share: number; error: number } {
  const [share, byP, byQ] = curve(p, q, t);
  const variance = (byP * standardErrors.p) ** 2 + (byQ * standardErrors.q) ** 2 + 2 * byP * byQ * covariance;
  return { share, error: Math.sqrt(Math.max(0, variance)) };
}

/** The share who have adopted by time t, and its derivatives by p and q. */
function curve(p: number, q: number, t: number): [number, number, number] {
  const decay = Math.exp(-(p + q) * t);
  const below = 1 + (q / p) * decay;
  const value = (1 - decay) / below;
  const byDecay = -(1 / below) - (value * (q / p)) / below;
  const decayBy = -t * decay;
  const byP = byDecay * decayBy + (value * (q / (p * p)) * decay) / below;
  const byQ = byDecay * decayBy - (value * decay) / p / below;
  return [value, byP, byQ];
}

/** Sums of the normal equations at a point. */
function normalEquations(shares: readonly number[], p: number, q: number) {
  const sums = { pp: 0, pq: 0, qq: 0, pr: 0, qr: 0, rr: 0 };
  for (const [at, share] of shares.entries()) {
    const [value, byP, byQ] = curve(p, q, at + 1);
    const residual = share - value;
    sums.pp += byP * byP;
    sums.pq += byP * byQ;
    sums.qq += byQ * byQ;
    sums.pr += byP * residual;
    sums.qr += byQ * residual;
    sums.rr += residual * residual;
  }
  return sums;
}

function descend(shares: readonly number[], [startP, startQ]: readonly [number, number]): BassFit | null {
  let [p, q] = [startP, startQ];
  let damping = 1e-3;
  let sums = normalEquations(shares, p, q);
  for (let step = 0; step < MOST_STEPS; step++) {
    const [pp, qq] = [sums.pp * (1 + damping), sums.qq * (1 + damping)];
    const determinant = pp * qq - sums.pq * sums.pq;
    if (!(determinant > 0)) return null;
    const stepP = (sums.pr * qq - sums.qr * sums.pq) / determinant;
    const stepQ = (sums.qr * pp - sums.pr * sums.pq) / determinant;
    const next = p + stepP > 0 ? normalEquations(shares, p + stepP, q + stepQ) : null;
    const settled = Math.abs(stepP) <= 1e-12 * Math.abs(p) && Math.abs(stepQ) <= 1e-12 * (Math.abs(q) + 1e-3);
    if (next !== null && Number.isFinite(next.rr) && next.rr <= sums.rr) {
      [p, q, sums, damping] = [p + stepP, q + stepQ, next, damping / 10];
      if (settled) return describe(shares.length, p, q, sums);
    } else {
      if (settled) return describe(shares.length, p, q, sums);
      damping *= 10;
    }
  }
  return null;
}

function describe(periods: number, p: number, q: number, sums: ReturnType<typeof normalEquations>): BassFit | null {
  const determinant = sums.pp * sums.qq - sums.pq * sums.pq;
  const variance = sums.rr / (periods - 2);
  const standardErrors = {
    p: Math.sqrt((variance * sums.qq) / determinant),
    q: Math.sqrt((variance * sums.pp) / determinant),
  };
  const covariance = (-variance * sums.pq) / determinant;
  const finite = [p, q, standardErrors.p, standardErrors.q, covariance].every(Number.isFinite);
  return finite ? { p, q, standardErrors, covariance, residualSumOfSquares: sums.rr } : null;
}
