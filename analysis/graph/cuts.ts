/**
 * Cut-points and bridges of an undirected graph: members, and ties, without which the network falls apart further.
 *
 * One depth-first walk that remembers, for each member, the earliest member reachable from beyond it without going back
 * the way it came. O(n + m). Tarjan 1972, doi:10.1137/0201010; Hopcroft & Tarjan 1973, doi:10.1145/362248.362272.
 */
import type { Adjacency } from './compact.ts';

export interface Cuts {
  /** Per member, 1 for a cut-point. */
  points: Uint8Array;
  /** Bridges as pairs of member numbers, the smaller first, in order. */
  bridges: [number, number][];
}

export function cutsOf(n: number, { offsets, targets }: Adjacency): Cuts {
  const points = new Uint8Array(n);
  const bridges: [number, number][] = [];
  // When each member was found, from 1; 0: not yet.
  const found = new Int32Array(n);
  const earliest = new Int32Array(n);
  const next = offsets.slice(0, n);
  const path = new Int32Array(n);
  let time = 0;
  for (let root = 0; root < n; root++) {
    if (found[root] !== 0) continue;
    let branches = 0;
    let depth = 0;
    path[0] = root;
    found[root] = earliest[root] = ++time;
    while (depth >= 0) {
      const v = path[depth]!;
      const above = depth === 0 ? -1 : path[depth - 1]!;
      const end = offsets[v + 1]!;
      let at = next[v]!;
      let least = earliest[v]!;
      let onwards = -1;
      while (at < end) {
        const w = targets[at++]!;
        const when = found[w]!;
        if (when === 0) {
          onwards = w;
          break;
        }
        if (when < least && w !== above) least = when;
      }
      next[v] = at;
      earliest[v] = least;
      if (onwards >= 0) {
        if (depth === 0) branches++;
        path[++depth] = onwards;
        found[onwards] = earliest[onwards] = ++time;
        continue;
      }
      depth--;
      if (above === -1) continue;
      if (least < earliest[above]!) earliest[above] = least;
      if (least > found[above]!) bridges.push([Math.min(above, v), Math.max(above, v)]);
      if (depth > 0 && least >= found[above]!) points[above] = 1;
    }
    // The start of a walk is a cut-point only when the walk had to start from it more than once.
    if (branches > 1) points[root] = 1;
  }
  return { points, bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}
