/**
 * How alike two ways of dividing the same members are: 1 for the same division, about 0 for two drawn at random.
 * Adjusted Rand index, Hubert & Arabie 1985, doi:10.1007/BF01908075: (pairs together in both − expected) ÷ (mean of pairs
 * together in each − expected). Names of the parts do not matter.
 */
import { pairsAmong } from '../graph/known.ts';

/** @returns null where neither division could differ: fewer than two members, or both all-in-one or all apart. */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (let v = 0; v < a.length; v++) {
    const cell = `${a[v]}/${b[v]}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
    rows.set(a[v]!, (rows.get(a[v]!) ?? 0) + 1);
    columns.set(b[v]!, (columns.get(b[v]!) ?? 0) + 1);
  }
  const together = (counts: Map<unknown, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + pairsAmong(count), 0);
  const [both, first, second] = [together(cells), together(rows), together(columns)];
  const all = pairsAmong(a.length);
  // In whole counts: expected = first · second / all.
  const below = ((first + second) / 2) * all - first * second;
  return below === 0 ? null : (both * all - first * second) / below;
}
