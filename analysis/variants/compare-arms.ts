/**
 * What members of the arms of a variant gained, compared: the difference of two means (or, of more arms, how far the
 * highest lies from the lowest), a test that shuffles who is in which arm, and an interval.
 *
 * - Test: arms are shuffled among those who could have changed places, all outcomes together. Two-sided for a difference,
 *   against its mean over all shuffles; the range is tested upwards (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585).
 * - Interval of a difference: each arm is drawn anew with replacement, one member fewer, which takes away how much too
 *   narrow a bootstrap is in small groups (Hesterberg 2015, doi:10.1080/00031305.2015.1089789). A range has none: drawn
 *   anew it only grows. It has the band that chance alone would give, as a difference has too.
 * - p-values are adjusted for the number of outcomes.
 */
import type { VariantOutcome } from '../../data/records/index.ts';
import { benjaminiHochberg } from '../inference/benjamini-hochberg.ts';
import { permutationP } from '../inference/permutation-test.ts';
import type { Random } from '../inference/random.ts';

export interface Assigned {
  arm: string;
  /** Only who is of one stratum could have changed places. */
  stratum: string;
  /** What was gained of each outcome, in the order of the outcomes. */
  gained: readonly number[];
}

export interface Compared {
  outcome: VariantOutcome;
  means: number[];
  /** Of two arms the second less the first; of more the highest less the lowest. */
  difference: number;
  /** In standard deviations within arms; null where nobody differs from their arm. */
  standardised: number | null;
  interval: [number, number] | null;
  chance: [number, number];
  p: number;
  adjustedP: number;
}

interface Chance {
  permutations: number;
  random(stream: string): Random;
}

/** @param assigned in a fixed order, at least two of each arm. @param arms at least two, in order. */
export function compareArms(
  assigned: readonly Assigned[],
  arms: readonly string[],
  outcomes: readonly VariantOutcome[],
  { permutations, random }: Chance,
): Compared[] {
  const labels = Int32Array.from(assigned, ({ arm }) => arms.indexOf(arm));
  const values = outcomes.map((_, at) => Float64Array.from(assigned, ({ gained }) => gained[at] as number));
  const strata = strataOf(assigned);
  const drawn = outcomes.map(() => new Float64Array(permutations));
  const shuffled = labels.slice();
  const chance = random('permutation');
  for (let run = 0; run < permutations; run++) {
    for (const members of strata) shuffleWithin(shuffled, members, chance);
    for (const [at, own] of values.entries()) drawn[at]![run] = distanceOf(meansOf(own, shuffled, arms.length));
  }
  const isPair = arms.length === 2;
  const found = outcomes.map((outcome, at) => {
    const own = values[at]!;
    const means = meansOf(own, labels, arms.length);
    const difference = distanceOf(means);
    const spread = spreadWithin(own, labels, means);
    const expected = isPair ? distanceOf(meansOf(stratumMeans(own, strata), labels, 2)) : 0;
    return {
      ...{ outcome, means, difference, standardised: spread === 0 ? null : difference / spread },
      interval: isPair && spread > 0 ? bootstrap(own, labels, permutations, random(`bootstrap/${outcome}`)) : null,
      chance: middleOf(drawn[at]!),
      p: permutationP(difference, expected, drawn[at]!),
    };
  });
  const adjusted = benjaminiHochberg(found.map(({ p }) => p));
  return found.map((one, at) => ({ ...one, adjustedP: adjusted[at]! }));
}

function strataOf(assigned: readonly Assigned[]): Int32Array[] {
  const strata = new Map<string, number[]>();
  for (const [at, { stratum }] of assigned.entries()) strata.set(stratum, [...(strata.get(stratum) ?? []), at]);
  return [...strata.values()].map((members) => Int32Array.from(members));
}

function shuffleWithin(labels: Int32Array, members: Int32Array, chance: Random): void {
  const own = Int32Array.from(members, (at) => labels[at]!);
  chance.shuffle(own);
  for (const [place, at] of members.entries()) labels[at] = own[place]!;
}

function meansOf(values: Float64Array, labels: Int32Array, arms: number): number[] {
  const sums = new Array<number>(arms).fill(0);
  const counts = new Array<number>(arms).fill(0);
  for (let at = 0; at < values.length; at++) {
    sums[labels[at]!]! += values[at]!;
    counts[labels[at]!]! += 1;
  }
  return sums.map((sum, arm) => sum / counts[arm]!);
}

function distanceOf(means: readonly number[]): number {
  return means.length === 2 ? means[1]! - means[0]! : Math.max(...means) - Math.min(...means);
}

/** Each member with the mean of their stratum: what shuffling comes to on average. */
function stratumMeans(values: Float64Array, strata: readonly Int32Array[]): Float64Array {
  const means = new Float64Array(values.length);
  for (const members of strata) {
    const mean = members.reduce((sum, at) => sum + values[at]!, 0) / members.length;
    for (const at of members) means[at] = mean;
  }
  return means;
}

/** The pooled standard deviation. */
function spreadWithin(values: Float64Array, labels: Int32Array, means: readonly number[]): number {
  const squares = values.reduce((sum, value, at) => sum + (value - means[labels[at]!]!) ** 2, 0);
  return Math.sqrt(squares / (values.length - means.length));
}

function bootstrap(values: Float64Array, labels: Int32Array, replicates: number, chance: Random): [number, number] {
  const arms = [0, 1].map((arm) => values.filter((_, at) => labels[at] === arm));
  const drawnMean = (own: Float64Array): number => {
    let sum = 0;
    for (let draw = 1; draw < own.length; draw++) sum += own[chance.below(own.length)]!;
    return sum / (own.length - 1);
  };
  return middleOf(Float64Array.from({ length: replicates }, () => distanceOf(arms.map(drawnMean))));
}

/** The middle 95 %. */
function middleOf(values: Float64Array): [number, number] {
  const sorted = values.slice().sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at(0.025), at(0.975)];
}
