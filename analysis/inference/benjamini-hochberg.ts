/**
 * Adjusts p-values for having tested many things at once (Benjamini & Hochberg 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x): calling everything with an adjusted value below q a finding, at most a share q
 * of those findings is expected to be chance. With i the rank of a p-value among m: min over ranks ≥ i of p·m/i, at most 1.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, at) => at).sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  for (const [fromTop, at] of order.entries()) {
    const rank = pValues.length - fromTop;
    least = Math.min(least, (pValues[at]! * pValues.length) / rank);
    adjusted[at] = least;
  }
  return adjusted;
}
