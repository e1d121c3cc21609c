/**
 * All simple paths, walked one after the other: what distances, their number, reach and pieces are by definition.
 */
import { joined, names, type Plain, tied } from './graphs.ts';

export interface Ways {
  /** Length of the shortest; infinite where there is none. */
  distance: number;
  /** The shortest ones, each as the members it visits. */
  shortest: number[][];
}

/** Lengths that differ by less are equal: sums of fractions in another order differ in the last bits. */
const SAME = 1e-9;

/** @param length of a tie: 1, or 1/strength. */
function waysBetween(graph: Plain, from: number, to: number, weighted = false): Ways {
  const found: { length: number; path: number[] }[] = [];
  const walk = (path: number[], length: number): void => {
    const at = path.at(-1)!;
    if (at === to) {
      found.push({ length, path });
      return;
    }
    for (const next of graph.all) {
      if (path.includes(next) || !names(graph, at, next)) continue;
      walk([...path, next], length + (weighted ? 1 / graph.w[at]![next]! : 1));
    }
  };
  walk([from], 0);
  const distance = Math.min(...found.map(({ length }) => length));
  return { distance, shortest: found.filter(({ length }) => length <= distance + SAME).map(({ path }) => path) };
}

/** Ways between all ordered pairs, by from and to; a member and itself: none. Walked once for each graph. */
export function allWays(graph: Plain, weighted = false): Ways[][] {
  const kept = weighted ? KEPT.byLength : KEPT.bySteps;
  const ways =
    kept.get(graph) ??
    graph.all.map((v) =>
      graph.all.map((w) => (v === w ? { distance: 0, shortest: [] } : waysBetween(graph, v, w, weighted))),
    );
  kept.set(graph, ways);
  return ways;
}

const KEPT = { byLength: new WeakMap<Plain, Ways[][]>(), bySteps: new WeakMap<Plain, Ways[][]>() };

/** v reaches w by naming, itself included. */
export function reaches(graph: Plain, v: number, w: number): boolean {
  return v === w || allWays(graph)[v]![w]!.shortest.length > 0;
}

/** The graph with directions joined. */
export function unionOf(graph: Plain): Plain {
  if (!graph.directed) return graph;
  const union = UNIONS.get(graph) ?? {
    ...graph,
    directed: false,
    w: graph.all.map((v) => graph.all.map((u) => joined(graph, v, u))),
  };
  UNIONS.set(graph, union);
  return union;
}

const UNIONS = new WeakMap<Plain, Plain>();

/** Sets of members that hang together by any ties, without those who are gone and without one pair's tie. */
export function pieces(graph: Plain, gone: readonly number[] = [], without: readonly number[] = []): number[][] {
  const open = new Set(graph.all.filter((v) => !gone.includes(v)));
  const found: number[][] = [];
  while (open.size > 0) {
    const piece: number[] = [];
    const queue = [Math.min(...open)];
    open.delete(queue[0]!);
    for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
      piece.push(v);
      for (const w of [...open]) {
        if (!tied(graph, v, w) || (without.includes(v) && without.includes(w))) continue;
        open.delete(w);
        queue.push(w);
      }
    }
    found.push(piece.sort((a, b) => a - b));
  }
  return found;
}
