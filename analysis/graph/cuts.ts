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
  const found = new Int32Array(n).fill(-1);
  const earliest = new Int32Array(n);
  const parent = new Int32Array(n).fill(-1);
  const next = offsets.slice(0, n);
  let time = 0;
  for (let root = 0; root < n; root++) {
    if (found[root] !== -1) continue;
    let branches = 0;
    const path = [root];
    found[root] = earliest[root] = time++;
    while (path.length > 0) {
      const v = path.at(-1)!;
      if (next[v]! < offsets[v + 1]!) {
        const w = targets[next[v]!++]!;
        if (found[w] === -1) {
          parent[w] = v;
          found[w] = earliest[w] = time++;
          path.push(w);
          if (v === root) branches++;
        } else if (w !== parent[v]) {
          earliest[v] = Math.min(earliest[v]!, found[w]!);
        }
        continue;
      }
      path.pop();
      const above = parent[v]!;
      if (above === -1) continue;
      earliest[above] = Math.min(earliest[above]!, earliest[v]!);
      if (earliest[v]! > found[above]!) bridges.push([Math.min(above, v), Math.max(above, v)]);
      if (above !== root && earliest[v]! >= found[above]!) points[above] = 1;
    }
    // The start of a walk is a cut-point only when the walk had to start from it more than once.
    if (branches > 1) points[root] = 1;
  }
  return { points, bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}
