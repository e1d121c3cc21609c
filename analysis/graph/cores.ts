/**
 * Core numbers of an undirected graph: v is in the k-core when it has k ties to others who are in it too.
 *
 * For k = 0, 1, 2 … everybody who has k ties left or fewer is peeled off, and those whom that leaves with k as well. A
 * member is looked at once a round until they are peeled, hence no more than degree + 1 times: O(n + m) in all, and
 * without keeping members in order of degree (Batagelj & Zaveršnik 2011, doi:10.1007/s11634-010-0079-y), which costs
 * more than the peeling. Kabir & Madduri 2017, doi:10.1109/IPDPSW.2017.151.
 */
import type { Adjacency } from './compact.ts';

export function coreNumbers(n: number, { offsets, targets }: Adjacency): Int32Array {
  // Ties left; of a peeled member the core number, which no later round touches because it is below that round's k.
  const remaining = new Int32Array(n);
  const waiting = new Int32Array(n);
  for (let v = 0; v < n; v++) {
    remaining[v] = offsets[v + 1]! - offsets[v]!;
    waiting[v] = v;
  }
  // One place more than members: what is written and not kept may stand behind the last.
  const peeling = new Int32Array(n + 1);
  for (let k = 0, left = n; left > 0; k++) {
    let found = 0;
    let kept = 0;
    let fewest = n;
    for (let at = 0; at < left; at++) {
      const v = waiting[at]!;
      const ties = remaining[v]!;
      if (ties > k) {
        waiting[kept++] = v;
        if (ties < fewest) fewest = ties;
      } else if (ties === k) {
        peeling[found++] = v;
      }
    }
    left = kept;
    // Nobody has k: go on with the fewest that anybody has.
    if (found === 0) k = fewest - 1;
    for (let at = 0; at < found; at++) {
      const v = peeling[at]!;
      for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
        const w = targets[tie]!;
        const had = remaining[w]!;
        // Without a branch, which would be guessed wrong every other time: 1 when w has more than k, else 0.
        remaining[w] = had - ((k - had) >>> 31);
        peeling[found] = w;
        if (had === k + 1) found++;
      }
    }
  }
  return remaining;
}
