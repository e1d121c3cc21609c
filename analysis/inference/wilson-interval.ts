/**
 * The 95 % interval of a share, from how many of how many: it stays within 0 and 1, also where few or none were counted.
 * Wilson 1927, doi:10.1080/01621459.1927.10502953.
 */
const Z = 1.959963984540054;

/** @param of at least one. */
export function wilsonInterval(count: number, of: number): [number, number] {
  const share = count / of;
  const weight = Z ** 2 / of;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + weight / (4 * of))) / (1 + weight);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
