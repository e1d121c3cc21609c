/**
 * How near a growing set of members is to everybody: Σ 1/d over all members, d the steps to the nearest of the set, and
 * 1 for the set itself.
 *
 * A search from somebody new goes on only where they are nearer than the set was: behind others, everybody is at least as
 * near to the set already. So only the first member of a set costs a whole search, O(n + m).
 */
import type { Adjacency } from './compact.ts';

export interface Reached {
  /** What the sum would gain by one more in the set. */
  gainOf(member: number): number;
  add(member: number): void;
}

export function createReached(n: number, { offsets, targets }: Adjacency): Reached {
  // Steps from the set; n: out of reach.
  const steps = new Int32Array(n).fill(n);
  const queue = new Int32Array(n);
  const seenFor = new Int32Array(n);
  let search = 0;
  const worth = (distance: number): number => (distance === n ? 0 : 1 / Math.max(1, distance));

  const nearer = (from: number, visit: (member: number, distance: number) => void): void => {
    if (steps[from] === 0) return;
    search++;
    queue[0] = from;
    seenFor[from] = search;
    let tail = 1;
    let head = 0;
    for (let distance = 0; head < tail; distance++) {
      for (const end = tail; head < end; head++) {
        const v = queue[head]!;
        visit(v, distance);
        for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
          const w = targets[at]!;
          if (seenFor[w] === search || steps[w]! <= distance + 1) continue;
          seenFor[w] = search;
          queue[tail++] = w;
        }
      }
    }
  };

  return {
    gainOf(member) {
      let gain = 0;
      nearer(member, (v, distance) => {
        gain += worth(distance) - worth(steps[v]!);
      });
      return gain;
    },
    add(member) {
      nearer(member, (v, distance) => {
        steps[v] = distance;
      });
    },
  };
}
