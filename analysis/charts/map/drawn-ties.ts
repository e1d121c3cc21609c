/**
 * Which tied pairs are drawn where there are too many: first what the map is about, then a backbone that keeps everybody
 * connected who is (a spanning forest of the strongest ties: Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7), then
 * the strongest. Among equally strong ones chance decides, by the pair's ids: the same pair is drawn in every picture.
 */
import { type CompactGraph, forEachTie } from '../../graph/compact.ts';
import { createRandom } from '../../inference/random.ts';

export interface Pair {
  /** Positions in the network's ids, the smaller first. */
  a: number;
  b: number;
  strength: number;
}

/** @param comesFirst pairs that the map is about. @returns at most `most` pairs, by position. */
export function drawnPairs(
  network: CompactGraph,
  most: number,
  seed: number,
  comesFirst: (pair: Pair) => boolean,
): Pair[] {
  const pairs: Pair[] = [];
  forEachTie(network, (a, b, strength) => pairs.push({ a, b, strength }));
  if (pairs.length <= most) return pairs;
  const ordered = pairs
    .map((pair) => ({ pair, first: comesFirst(pair), chance: chanceOf(network, pair, seed) }))
    .sort((x, y) => Number(y.first) - Number(x.first) || y.pair.strength - x.pair.strength || x.chance - y.chance);
  const backbone = spanningForest(network.n);
  const [about, joining, rest]: [Pair[], Pair[], Pair[]] = [[], [], []];
  for (const { pair, first } of ordered) {
    const joins = backbone(pair);
    (first ? about : joins ? joining : rest).push(pair);
  }
  return [...about, ...joining, ...rest].slice(0, most).sort((x, y) => x.a - y.a || x.b - y.b);
}

function chanceOf({ ids }: CompactGraph, { a, b }: Pair, seed: number): number {
  return createRandom(seed, `map/ties-drawn/${ids[a]}/${ids[b]}`).next();
}

/** Tells of pairs, one after another, whether they join two pieces that were apart. */
function spanningForest(n: number): (pair: Pair) => boolean {
  const parent = Int32Array.from({ length: n }, (_, v) => v);
  const rootOf = (v: number): number => {
    let root = v;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  return ({ a, b }) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one === other) return false;
    parent[one] = other;
    return true;
  };
}
