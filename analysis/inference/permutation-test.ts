/**
 * How often chance alone gives a figure at least as far from what is expected as the one observed.
 *
 * Labels are shuffled over members, group sizes fixed and ties kept, and the statistic is taken again. Two-sided:
 * p = (1 + #{|x* − expected| ≥ |x − expected|}) / (1 + R). The ones count the observed labelling itself, so p is never 0
 * and the test keeps its level exactly (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585).
 */
import type { Random } from './random.ts';

export interface PermutationTest {
  labels: Int32Array;
  statistic: (labels: Int32Array) => number;
  /** The statistic's mean over all labellings. */
  expected: number;
  permutations: number;
  random: Random;
}

export function permutationTest({ labels, statistic, expected, permutations, random }: PermutationTest): number {
  const observed = Math.abs(statistic(labels) - expected);
  // Sums in another order differ in the last bits; a tie with the observed value must still count as a tie.
  const reach = observed - 1e-9 * Math.max(1, observed);
  const shuffled = labels.slice();
  let asFar = 0;
  for (let round = 0; round < permutations; round++) {
    random.shuffle(shuffled);
    if (Math.abs(statistic(shuffled) - expected) >= reach) asFar++;
  }
  return (1 + asFar) / (1 + permutations);
}
