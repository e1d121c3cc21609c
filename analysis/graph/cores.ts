/**
 * Core numbers of an undirected graph: v is in the k-core when it has k ties to others who are in it too.
 * Members are peeled off in order of degree. O(n + m). Batagelj & Zaveršnik 2011, doi:10.1007/s11634-010-0079-y.
 */
import type { Adjacency } from './compact.ts';

export function coreNumbers(n: number, { offsets, targets }: Adjacency): Int32Array {
  const remaining = Int32Array.from({ length: n }, (_, v) => offsets[v + 1]! - offsets[v]!);
  const peeled = new Uint8Array(n);
  const byDegree = Array.from({ length: remaining.reduce((high, k) => Math.max(high, k), 0) + 1 }, (): number[] => []);
  for (let v = 0; v < n; v++) byDegree[remaining[v]!]!.push(v);
  for (const [degree, bucket] of byDegree.entries()) {
    // Members who fall to this degree join the bucket while it is being emptied.
    for (let v = bucket.pop(); v !== undefined; v = bucket.pop()) {
      if (peeled[v] === 1 || remaining[v] !== degree) continue;
      peeled[v] = 1;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const w = targets[at]!;
        if (peeled[w] === 1 || remaining[w]! <= degree) continue;
        remaining[w]!--;
        byDegree[remaining[w]!]!.push(w);
      }
    }
  }
  return remaining;
}
