/**
 * Burt's constraint of each member, from triangles alone.
 *
 * p(i,j) is the share of i's contact that is with j. What i has in j by way of a third q, p(i,q)·p(q,j), is more than
 * nothing only where the three are a triangle. With a the amounts of contact and t the totals of members it is
 * s ÷ t(i) with s = a(i,q)·a(q,j) ÷ t(q), and s is the same seen from i and from j: each triangle adds one number to each
 * of its ties. So the cost is that of listing triangles, O(m·√m), and not the Σ k² that the formula suggests.
 * Burt 1992, doi:10.4159/9780674029095.
 */
import type { Adjacency } from './compact.ts';
import { forEachTriangle } from './triangles.ts';

/**
 * @param adjacency undirected, its strengths the amounts of contact of each pair, at least 0.
 * @returns NaN for members who have no contact: isolates, and those all of whose amounts are 0.
 */
export function constraintOf(n: number, adjacency: Adjacency): Float64Array {
  const { offsets, targets, strengths: amounts } = adjacency;
  const totals = new Float64Array(n);
  // Per member Σ (a + s)² over contacts: first the squares of a, then for ties within triangles what s adds, s·(2a + s).
  const squares = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      totals[v]! += amounts[at]!;
      squares[v]! += amounts[at]! * amounts[at]!;
    }
  }
  const byThirds = contactByThirds(n, adjacency, totals);
  for (let v = 0; v < n; v++) {
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const third = byThirds[at]!;
      if (third === 0) continue;
      const added = third * (2 * amounts[at]! + third);
      squares[v]! += added;
      squares[targets[at]!]! += added;
    }
  }
  return squares.map((sum, v) => sum / (totals[v]! * totals[v]!));
}

/** Per tie the sum of s over all thirds, at one of its two places in the adjacency; 0 at the other. */
function contactByThirds(n: number, adjacency: Adjacency, totals: Float64Array): Float64Array {
  const amounts = adjacency.strengths;
  const inverse = totals.map((total) => (total === 0 ? 0 : 1 / total));
  const sums = new Float64Array(amounts.length);
  forEachTriangle(n, adjacency, (a, b, c, ab, ac, bc) => {
    sums[ab]! += amounts[ac]! * amounts[bc]! * inverse[c]!;
    sums[ac]! += amounts[ab]! * amounts[bc]! * inverse[b]!;
    sums[bc]! += amounts[ab]! * amounts[ac]! * inverse[a]!;
  });
  return sums;
}
