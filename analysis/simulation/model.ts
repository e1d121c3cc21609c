/**
 * How a practice is thought to spread, as data. In all models it runs from whom one names to the one who names.
 *
 * - `cascade` (independent cascade, Kempe, Kleinberg & Tardos 2003, doi:10.1145/956750.956769): whoever takes it up tries
 *   once over each tie, the period after; a try succeeds with the probability. By strength, each unit of strength is a
 *   try: 1 − (1 − p)^strength.
 * - `si` (contagion): every contact who has taken it up passes it on with the probability in every period; with k of
 *   them that is 1 − (1 − β)^k.
 * - `threshold` (linear threshold, Granovetter 1978, doi:10.1086/226707): a member takes it up as soon as a share of those
 *   whom they name has, each counting 1/degree, or by strength. Thresholds are drawn evenly, or given as shares. Whoever
 *   names nobody who has taken it up never does, whatever their threshold.
 */
import { MeasureError } from '../measure-error.ts';

export interface Cascade {
  kind: 'cascade';
  probability: number;
  byStrength: boolean;
  /** How long is looked on; null: until nothing happens any more. */
  periods: number | null;
}

export interface Contagion {
  kind: 'si';
  probability: number;
  periods: number;
}

export interface LinearThreshold {
  kind: 'threshold';
  /** `drawn` evenly from (0, 1] in each run; one share for all; or a share for each member by id. */
  thresholds: 'drawn' | number | Readonly<Record<string, number>>;
  byStrength: boolean;
  periods: number | null;
}

export type Model = Cascade | Contagion | LinearThreshold;

/** A model whose probability may be left to what the network's adoptions say. */
export type ModelRequest = Model | Omit<Cascade, 'probability'> | Omit<Contagion, 'probability'>;

export const MODEL_KINDS = ['cascade', 'si', 'threshold'] as const;

/** Whether more seeds help ever less, in expectation: then choosing greedily has a bound. */
export function isSubmodular(model: Model): boolean {
  return model.kind !== 'threshold' || model.thresholds === 'drawn';
}

/** @throws MeasureError with the way out. */
export function checkModel(model: Model): void {
  const { periods } = model;
  if (periods !== null && !(Number.isSafeInteger(periods) && periods >= 1 && periods <= MOST_PERIODS)) {
    throw new MeasureError(`periods is ${periods}; give a whole number from 1 to ${MOST_PERIODS}`);
  }
  if (model.kind !== 'threshold') {
    requireShare('probability', model.probability);
  } else if (typeof model.thresholds === 'number') {
    requireShare('threshold', model.thresholds);
  } else if (model.thresholds !== 'drawn') {
    for (const share of Object.values(model.thresholds)) requireShare('a member’s threshold', share);
  }
}

const MOST_PERIODS = 1000;

function requireShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new MeasureError(`${what} is ${value}; give a share from 0 to 1`);
}
