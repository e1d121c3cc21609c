/** artifact-7 → 7; infinite for what is no artifact's id, so that it is later than all of them. */
export function numberOf(artifact: string): number {
  const [, digits] = /^artifact-([1-9]\d{0,6})$/.exec(artifact) ?? [];
  return digits === undefined ? Number.POSITIVE_INFINITY : Number(digits);
}
