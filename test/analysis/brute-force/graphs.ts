/**
 * All small graphs, up to renaming of members: undirected ones of 1 to 6 members (1, 2, 4, 11, 34, 156), directed ones of 1
 * to 4 (1, 3, 16, 218), and a seeded sample of directed ones of 5. What holds on all of them holds for a reason.
 */
import { createRandom } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { fromTies, tie } from '../metrics/small-networks.ts';

export const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** A graph as a table: slow to compute on, and obvious. */
export interface Plain {
  n: number;
  /** 0 … n − 1. */
  all: readonly number[];
  directed: boolean;
  /** Strength of v → w, 0 where there is none; undirected: the same both ways. */
  w: readonly (readonly number[])[];
}

export function idOf(v: number): (typeof IDS)[number] {
  return IDS[v]!;
}

/** v names w; undirected: they are tied. */
export function names(graph: Plain, v: number, w: number): boolean {
  return graph.w[v]![w]! > 0;
}

/** Either names the other. */
export function tied(graph: Plain, v: number, w: number): boolean {
  return names(graph, v, w) || names(graph, w, v);
}

/** Strength of the tie of a pair with directions joined. */
export function joined(graph: Plain, v: number, w: number): number {
  return graph.directed ? graph.w[v]![w]! + graph.w[w]![v]! : graph.w[v]![w]!;
}

export function undirectedGraphs(most = 6): Plain[] {
  return sizes(most).flatMap((n) => allGraphs(n, false));
}

export function directedGraphs(most = 4): Plain[] {
  return sizes(most).flatMap((n) => allGraphs(n, true));
}

/** Of 5 members, each arc there with a chance that differs from graph to graph. */
export function directedSample(count: number): Plain[] {
  const random = createRandom(4, 'directed graphs of five');
  return Array.from({ length: count }, (_, at) => {
    const chance = 0.15 + (0.5 * at) / count;
    return plain(5, true, () => random.next() < chance);
  });
}

/** The same graph with strengths whose inverses add up to the same lengths in many ways. */
export function withStrengths(graph: Plain, seed: number): Plain {
  const random = createRandom(seed, 'strengths');
  const drawn = graph.w.map((row) => row.map((one) => (one === 0 ? 0 : [1, 2, 3, 6][random.below(4)]!)));
  const w = drawn.map((row, v) => row.map((one, u) => (graph.directed || v < u ? one : drawn[u]![v]!)));
  return { ...graph, w };
}

/** Every labelling by two groups in which the first member is in x: x and y could as well change places. */
export function labellings(n: number): string[][] {
  return Array.from({ length: 2 ** (n - 1) }, (_, bits) =>
    Array.from({ length: n }, (_, v) => (v > 0 && (bits >> (v - 1)) & 1 ? 'y' : 'x')),
  );
}

export function recordsOf(graph: Plain, labels?: readonly string[]): NetworkRecords {
  const ties = graph.all.flatMap((v) =>
    graph.all
      .filter((w) => names(graph, v, w) && (graph.directed || v < w))
      .map((w) => tie(idOf(v), idOf(w), { strength: graph.w[v]![w]! })),
  );
  const ids = graph.all.map(idOf);
  return fromTies(
    ids,
    ties,
    (id): Record<string, string> =>
      labels === undefined ? {} : { group: labels[ids.indexOf(id as (typeof IDS)[number])]! },
  );
}

/** For messages: `n=4 a>b b>c=2`. */
export function inWords(graph: Plain): string {
  const ties = recordsOf(graph).ties.map(
    ({ from, to, strength }) => `${from}>${to}${strength === 1 ? '' : `=${strength}`}`,
  );
  return [`n=${graph.n}${graph.directed ? '' : ' undirected'}`, ...ties].join(' ');
}

export function plain(n: number, directed: boolean, has: (v: number, w: number) => boolean): Plain {
  const all = Array.from({ length: n }, (_, v) => v);
  const w = all.map((v) =>
    all.map((u) => (v !== u && has(directed ? v : Math.min(v, u), directed ? u : Math.max(v, u)) ? 1 : 0)),
  );
  return { n, all, directed, w };
}

export function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((shorter) =>
    Array.from({ length: n }, (_, at) => [...shorter.slice(0, at), n - 1, ...shorter.slice(at)]),
  );
}

/** All sets of members, as lists. */
export function subsets(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (_, v) => v).filter((v) => (bits >> v) & 1),
  );
}

function sizes(most: number): number[] {
  return Array.from({ length: most }, (_, at) => at + 1);
}

/** One graph of each kind: whatever a renaming of one that was seen gives is not looked at again. */
function allGraphs(n: number, directed: boolean): Plain[] {
  const slots: [number, number][] = [];
  for (let v = 0; v < n; v++) for (let w = 0; w < n; w++) if (directed ? v !== w : v < w) slots.push([v, w]);
  const slotOf = new Map(slots.map(([v, w], at) => [v * n + w, at]));
  const renamings = permutations(n).map((to) =>
    slots.map(([v, w]) => {
      const [a, b] = [to[v]!, to[w]!];
      return slotOf.get(directed || a < b ? a * n + b : b * n + a)!;
    }),
  );
  const seen = new Uint8Array(2 ** slots.length);
  const graphs: Plain[] = [];
  for (let bits = 0; bits < seen.length; bits++) {
    if (seen[bits] === 1) continue;
    for (const renaming of renamings) {
      let other = 0;
      for (const [at, slot] of renaming.entries()) if ((bits >> at) & 1) other |= 1 << slot;
      seen[other] = 1;
    }
    graphs.push(plain(n, directed, (v, w) => ((bits >> slotOf.get(v * n + w)!) & 1) === 1));
  }
  return graphs;
}
