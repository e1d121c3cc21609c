/**
 * The one order in which names are sorted: by code point, which is the same on every machine. What localeCompare gives
 * depends on the language of the machine, and so would the bytes of a report.
 */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
