/**
 * The time by which half of all cases have come about, where some have not yet: Kaplan and Meier's survival
 * S(t) = Π (1 − d/r), with d cases that come about at a time and r that are still waited for, and the first time at which
 * it is one half or less. Null where it never is: more than half are still waited for.
 *
 * Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452
 */
export interface Case {
  /** How long it took, or how long it has been waited for. */
  time: number;
  cameAbout: boolean;
}

export function medianSurvival(cases: readonly Case[]): number | null {
  const inOrder = [...cases].sort((a, b) => a.time - b.time);
  let atRisk = inOrder.length;
  let survival = 1;
  for (let at = 0; at < inOrder.length; ) {
    const { time } = inOrder[at]!;
    let here = at;
    let came = 0;
    for (; here < inOrder.length && inOrder[here]!.time === time; here++) if (inOrder[here]!.cameAbout) came++;
    survival *= 1 - came / atRisk;
    // A product of fractions that is one half on paper may end a bit above it.
    if (came > 0 && survival <= 0.5 + 1e-12) return time;
    atRisk -= here - at;
    at = here;
  }
  return null;
}
