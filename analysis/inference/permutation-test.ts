/**
 * How often chance alone gives a figure at least as far from what is expected as the one observed.
 *
 * Labels are shuffled over members, group sizes fixed and ties kept, and the statistic is taken again. Two-sided:
 * p = (1 + #{|x* − expected| ≥ |x − expected|}) / (1 + R). The ones count the observed labelling itself, so p is never 0
 * and the test keeps its level exactly (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585).
 */

/**
 * @param expected the statistic's mean over all labellings.
 * @param drawn the statistic of each shuffled labelling.
 */
export function permutationP(observed: number, expected: number, drawn: Float64Array): number {
  const distance = Math.abs(observed - expected);
  // Sums in another order differ in the last bits; a tie with the observed value must still count as a tie.
  const reach = distance - 1e-9 * Math.max(1, distance);
  let asFar = 0;
  for (const value of drawn) if (Math.abs(value - expected) >= reach) asFar++;
  return (1 + asFar) / (1 + drawn.length);
}
