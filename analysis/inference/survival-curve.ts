/**
 * How the share of those still waited for falls over time, with 95 % bands, and within which bounds the median lies.
 *
 * S(t) = Π (1 − d/r) by Kaplan and Meier, with d that come about at a time and r that are still waited for; Greenwood's
 * variance Σ d/(r·(r − d)) on the scale of log(−log S), which stays within 0 and 1. The median's interval is where the
 * band crosses one half (Brookmeyer and Crowley); its upper end is null where the band never does.
 *
 * Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; Kalbfleisch & Prentice 2002, doi:10.1002/9781118032985;
 * Brookmeyer & Crowley 1982, doi:10.2307/2530286
 */
import { type Case, medianSurvival } from './median-survival.ts';

/** At a time at which something came about. */
export interface SurvivalStep {
  time: number;
  atRisk: number;
  cameAbout: number;
  share: number;
  low: number;
  high: number;
}

export interface SurvivalCurve {
  steps: SurvivalStep[];
  median: number | null;
  /** Of the median; null where the band does not come down to one half. */
  interval: [low: number | null, high: number | null];
}

const NORMAL_95 = 1.959963984540054;
/** A product of fractions that is one half on paper may end a bit above it. */
const HALF = 0.5 + 1e-12;

export function survivalCurve(cases: readonly Case[]): SurvivalCurve {
  const times = [...new Set(cases.filter(({ cameAbout }) => cameAbout).map(({ time }) => time))].sort((a, b) => a - b);
  const inOrder = [...cases].sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let share = 1;
  let variance = 0;
  let passed = 0;
  for (const time of times) {
    while (inOrder[passed]!.time < time) passed++;
    const atRisk = inOrder.length - passed;
    let cameAbout = 0;
    for (let at = passed; inOrder[at]?.time === time; at++) if (inOrder[at]!.cameAbout) cameAbout++;
    share *= 1 - cameAbout / atRisk;
    variance = atRisk === cameAbout ? Number.POSITIVE_INFINITY : variance + cameAbout / (atRisk * (atRisk - cameAbout));
    steps.push({ time, atRisk, cameAbout, share, ...bandOf(share, variance) });
  }
  const first = (end: 'low' | 'high'): number | null => steps.find((step) => step[end] <= HALF)?.time ?? null;
  return { steps, median: medianSurvival(cases), interval: [first('low'), first('high')] };
}

/** Where all have come about nothing is left to vary, and the scale has no value: the band is the point itself. */
function bandOf(share: number, variance: number): { low: number; high: number } {
  if (share >= 1 || share <= 0 || !Number.isFinite(variance)) return { low: share, high: share };
  const half = (NORMAL_95 * Math.sqrt(variance)) / Math.abs(Math.log(share));
  return { low: share ** Math.exp(half), high: share ** Math.exp(-half) };
}
