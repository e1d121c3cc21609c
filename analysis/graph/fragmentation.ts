/**
 * How much of a network stays in touch when one member more is gone, for every member at once.
 *
 * The walk that finds cut-points also finds what they cut off: a branch of the walk from which no tie leads back above
 * the member is a piece of its own when the member is gone, and all the rest is one piece. O(n + m), where taking out each
 * member in turn would be O(n·(n + m)). Hopcroft & Tarjan 1973, doi:10.1145/362248.362272.
 */
import type { Adjacency } from './compact.ts';

/**
 * @param gone 1 for members who are gone already.
 * @returns per member the ordered pairs of others who would still be in touch, directly or not, without them.
 */
export function inTouchWithout(n: number, { offsets, targets }: Adjacency, gone: Uint8Array): Float64Array {
  const found = new Int32Array(n);
  const earliest = new Int32Array(n);
  const next = offsets.slice(0, n);
  const path = new Int32Array(n);
  // Members in the order in which the walk found them: those of a component one after another.
  const order = new Int32Array(n);
  const branch = new Int32Array(n).fill(1);
  // Of each member: how many others are in branches that would be cut off, and the pairs within those.
  const cutOff = new Int32Array(n);
  const within = new Float64Array(n);
  let time = 0;
  let inTouch = 0;
  for (let root = 0; root < n; root++) {
    if (found[root] !== 0 || gone[root] === 1) continue;
    const first = time;
    let depth = 0;
    path[0] = root;
    order[time] = root;
    found[root] = earliest[root] = ++time;
    while (depth >= 0) {
      const v = path[depth]!;
      if (next[v]! < offsets[v + 1]!) {
        const w = targets[next[v]!++]!;
        if (gone[w] === 1) continue;
        if (found[w] === 0) {
          path[++depth] = w;
          order[time] = w;
          found[w] = earliest[w] = ++time;
        } else if (found[w]! < earliest[v]!) {
          earliest[v] = found[w]!;
        }
        continue;
      }
      depth--;
      if (depth < 0) continue;
      const above = path[depth]!;
      const size = branch[v]!;
      branch[above]! += size;
      if (earliest[v]! < earliest[above]!) earliest[above] = earliest[v]!;
      if (earliest[v]! < found[above]!) continue;
      cutOff[above]! += size;
      within[above]! += size * (size - 1);
    }
    const size = time - first;
    inTouch += size * (size - 1);
    for (let at = first; at < time; at++) {
      const v = order[at]!;
      const rest = size - 1 - cutOff[v]!;
      within[v]! += rest * (rest - 1) - size * (size - 1);
    }
  }
  return within.map((change, v) => (gone[v] === 1 ? inTouch : inTouch + change));
}
