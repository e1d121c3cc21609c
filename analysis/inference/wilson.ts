/**
 * Wilson's score interval of a share: of n who could, k did. It stays within 0 and 1 and holds the true share at about its
 * nominal rate from a handful of cases on, where k/n ± 1.96·√(p(1−p)/n) does not.
 *
 * Wilson 1927, doi:10.1080/01621459.1927.10502953
 */
const Z = 1.959963984540054;

/** @param of above zero. */
export function wilsonInterval(did: number, of: number): [number, number] {
  const share = did / of;
  const centre = share + (Z * Z) / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}
