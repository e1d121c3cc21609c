/**
 * Components: who can reach whom at all. Weak ones ignore direction; in a strong one everybody reaches everybody.
 * Both return, per member, the number of their component, in the order of its first member. O(n + m).
 * Strong components: Tarjan 1972, doi:10.1137/0201010, with a stack of its own, so that depth has no limit.
 */
import type { Adjacency } from './compact.ts';

/** @param both an undirected adjacency. */
export function weakComponents(n: number, { offsets, targets }: Adjacency): Int32Array {
  const component = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (component[start] !== -1) continue;
    component[start] = count;
    queue[0] = start;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const v = queue[head]!;
      for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
        const w = targets[tie]!;
        if (component[w] !== -1) continue;
        component[w] = count;
        queue[tail++] = w;
      }
    }
    count++;
  }
  return component;
}

export function strongComponents(n: number, { offsets, targets }: Adjacency): Int32Array {
  const component = new Int32Array(n).fill(-1);
  const found = new Int32Array(n).fill(-1);
  const lowest = new Int32Array(n);
  const next = offsets.slice(0, n);
  const waiting: number[] = [];
  let time = 0;
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (found[start] !== -1) continue;
    const path = [start];
    while (path.length > 0) {
      const v = path.at(-1)!;
      if (found[v] === -1) {
        found[v] = lowest[v] = time++;
        waiting.push(v);
      }
      if (next[v]! < offsets[v + 1]!) {
        const w = targets[next[v]!++]!;
        if (found[w] === -1) path.push(w);
        else if (component[w] === -1) lowest[v] = Math.min(lowest[v]!, found[w]!);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lowest[above] = Math.min(lowest[above]!, lowest[v]!);
      if (lowest[v] !== found[v]) continue;
      for (let w = waiting.pop()!; ; w = waiting.pop()!) {
        component[w] = count;
        if (w === v) break;
      }
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
