/**
 * Components: who can reach whom at all. Weak ones ignore direction; in a strong one everybody reaches everybody.
 * Both return, per member, the number of their component: weak ones in the order of their first member, strong ones so
 * that each is reached by later ones only. O(n + m).
 * Strong components: Tarjan 1972, doi:10.1137/0201010, with a stack of its own, so that depth has no limit.
 */
import type { Adjacency } from './compact.ts';

/** @param both an undirected adjacency. */
export function weakComponents(n: number, { offsets, targets }: Adjacency): Int32Array {
  const component = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  let left = n;
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (component[start] !== -1) continue;
    component[start] = count;
    queue[0] = start;
    let tail = 1;
    left--;
    // As soon as everybody has a component, the ties that were not looked at yet have nothing to add.
    for (let head = 0; head < tail && left > 0; head++) {
      const v = queue[head]!;
      const end = offsets[v + 1]!;
      const before = tail;
      for (let tie = offsets[v]!; tie < end; tie++) {
        const w = targets[tie]!;
        if (component[w] !== -1) continue;
        component[w] = count;
        queue[tail++] = w;
      }
      left -= tail - before;
    }
    count++;
  }
  return component;
}

export function strongComponents(n: number, { offsets, targets }: Adjacency): Int32Array {
  const component = new Int32Array(n).fill(-1);
  // When each member was found, from 1; 0: not yet.
  const found = new Int32Array(n);
  const lowest = new Int32Array(n);
  const next = offsets.slice(0, n);
  const waiting = new Int32Array(n);
  const path = new Int32Array(n);
  let waitingCount = 0;
  let time = 0;
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (found[start] !== 0) continue;
    let depth = 0;
    path[0] = start;
    found[start] = lowest[start] = ++time;
    waiting[waitingCount++] = start;
    while (depth >= 0) {
      const v = path[depth]!;
      const end = offsets[v + 1]!;
      let at = next[v]!;
      let low = lowest[v]!;
      let onwards = -1;
      while (at < end) {
        const w = targets[at++]!;
        const when = found[w]!;
        if (when === 0) {
          onwards = w;
          break;
        }
        if (when < low && component[w] === -1) low = when;
      }
      next[v] = at;
      lowest[v] = low;
      if (onwards >= 0) {
        path[++depth] = onwards;
        found[onwards] = lowest[onwards] = ++time;
        waiting[waitingCount++] = onwards;
        continue;
      }
      depth--;
      if (depth >= 0) {
        const above = path[depth]!;
        if (low < lowest[above]!) lowest[above] = low;
      }
      if (low !== found[v]) continue;
      let w: number;
      do {
        w = waiting[--waitingCount]!;
        component[w] = count;
      } while (w !== v);
      count++;
    }
  }
  return component;
}

/** How many members each component has, largest first. */
export function sizesDescending(component: Int32Array): number[] {
  const sizes: number[] = [];
  for (const number of component) sizes[number] = (sizes[number] ?? 0) + 1;
  return sizes.sort((a, b) => b - a);
}
