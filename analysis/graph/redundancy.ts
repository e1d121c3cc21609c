/**
 * How much of what a member has in contacts it has twice: Σj Σq p(i,q)·m(j,q) over contacts j and other contacts q, with
 * p(i,q) the share of i's contact that is with q, and m(j,q) the contact of j and q beside the strongest that j has.
 *
 * A term is more than nothing only where i, j and q are a triangle, so the cost is that of listing triangles, O(m·√m).
 * Burt 1992, doi:10.4159/9780674029095.
 */
import type { Adjacency } from './compact.ts';
import { forEachTriangle } from './triangles.ts';

/**
 * @param adjacency undirected, its strengths the amounts of contact of each pair, at least 0.
 * @returns per member; 0 for who has no contact.
 */
export function redundancyOf(n: number, adjacency: Adjacency): Float64Array {
  const { offsets, strengths: amounts } = adjacency;
  const totals = new Float64Array(n);
  const strongest = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      totals[v]! += amounts[at]!;
      strongest[v] = Math.max(strongest[v]!, amounts[at]!);
    }
  }
  const sums = new Float64Array(n);
  forEachTriangle(n, adjacency, (a, b, c, ab, ac, bc) => {
    const [withAB, withAC, withBC] = [amounts[ab]!, amounts[ac]!, amounts[bc]!];
    // A tie of strength 0 closes no triangle, and its ends may have nothing to divide by.
    if (withAB === 0 || withAC === 0 || withBC === 0) return;
    sums[a]! += (withBC * (withAC / strongest[b]! + withAB / strongest[c]!)) / totals[a]!;
    sums[b]! += (withAC * (withBC / strongest[a]! + withAB / strongest[c]!)) / totals[b]!;
    sums[c]! += (withAB * (withBC / strongest[a]! + withAC / strongest[b]!)) / totals[c]!;
  });
  return sums;
}
