/**
 * Where members stand in a network picture: close to those they are tied to, and in the same place as last time.
 *
 * ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) with a fixed number of steps. A reader compares the
 * picture with the one of last month, so a layout must not start from chance: every member starts at a place that depends
 * on their id and group alone, or at the place of the earlier picture. A force layout may still turn or flip as a whole;
 * a Procrustes fit (translation, rotation, reflection, scale: Gower 1975, doi:10.1007/BF02291478) turns it back.
 */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { NetworkRecords } from '../data/records/index.ts';
import { type CompactGraph, compact, forEachTie } from './graph/compact.ts';
import type { Selection } from './graph/selection.ts';
import { createRandom } from './inference/random.ts';

export interface Point {
  x: number;
  y: number;
}

export type Positions = ReadonlyMap<string, Point>;

export interface LayoutOptions {
  seed: number;
  selection: Selection;
  /** Groups start beside each other, so that pictures of different networks of one programme are turned alike. */
  groupOf: (member: string) => string;
  /** The earlier picture, where there is one. */
  previous?: Positions | undefined;
}

const STEPS_FROM_SCRATCH = 600;
const STEPS_FROM_PREVIOUS = 200;
/**
 * With these forces a picture of n members comes to rest with a radius of about 15·√n. It starts at that size: starting
 * in a small square, members would first be thrown apart, and nobody would be where they were last time.
 */
const RADIUS_AT_REST = 15;
/** From here on, forces of far members are joined (Barnes–Hut), or a picture would take minutes. */
const MANY_MEMBERS = 1000;

/** Positions of all members, from −1 to 1 in both directions, rounded so that they are the same text everywhere. */
export function layout(records: NetworkRecords, options: LayoutOptions): Positions {
  const network = compact(records, { ...options.selection, undirected: true });
  const start = startOf(network.ids, options);
  if (network.n < 2) return start;

  const positions = relax(network, start, {
    steps: options.previous === undefined ? STEPS_FROM_SCRATCH : STEPS_FROM_PREVIOUS,
    theta: network.n > MANY_MEMBERS ? 0.5 : null,
  });
  return fitToSquare(procrustes(positions, options.previous ?? start));
}

export interface Relaxing {
  steps: number;
  /** From which ratio of size to distance the forces of a far crowd are joined (Barnes–Hut); null: never. */
  theta: number | null;
  /** Members who stay where they start. */
  isFixed?: (member: string) => boolean;
}

/**
 * Lets forces act on members who start at given places, about −1 to 1. They come to rest about `radiusOf(n)` times as far
 * out, and are given in that unit.
 */
export function relax(network: CompactGraph, start: Positions, { steps, theta, isFixed }: Relaxing): Positions {
  const radius = radiusOf(network.n);
  const graph = new UndirectedGraph();
  network.ids.forEach((id, at) => {
    const { x, y } = start.get(id)!;
    graph.addNode(String(at), { x: x * radius, y: y * radius, fixed: isFixed?.(id) ?? false });
  });
  forEachTie(network, (from, to) => graph.addEdge(String(from), String(to)));
  const found = forceAtlas2(graph, {
    iterations: steps,
    getEdgeWeight: null,
    settings: {
      adjustSizes: false,
      barnesHutOptimize: theta !== null,
      barnesHutTheta: theta ?? 0.5,
      edgeWeightInfluence: 0,
      // Strong enough that members without ties stay beside the others, instead of making everybody else small.
      gravity: 0.15,
      linLogMode: false,
      outboundAttractionDistribution: false,
      scalingRatio: 10,
      slowDown: 4,
      strongGravityMode: true,
    },
  });
  return new Map(network.ids.map((id, at) => [id, found[String(at)]!]));
}

export function radiusOf(members: number): number {
  return RADIUS_AT_REST * Math.sqrt(members);
}

/**
 * Turns, flips, shifts and scales `moving` so that members in both come as close to `fixed` as they can (least squares).
 * Points are complex numbers: the best turn of m onto f is Σ f·conj(m) / Σ |m|², and of its mirror image Σ f·m / Σ |m|².
 */
export function procrustes(moving: Positions, fixed: Positions): Positions {
  const common = [...moving.keys()].filter((id) => fixed.has(id));
  if (common.length < 2) return moving;
  const from = centreOf(common.map((id) => moving.get(id)!));
  const to = centreOf(common.map((id) => fixed.get(id)!));
  let size = 0;
  let turn = { x: 0, y: 0 };
  let flip = { x: 0, y: 0 };
  for (const id of common) {
    const m = { x: moving.get(id)!.x - from.x, y: moving.get(id)!.y - from.y };
    const f = { x: fixed.get(id)!.x - to.x, y: fixed.get(id)!.y - to.y };
    size += m.x * m.x + m.y * m.y;
    turn = { x: turn.x + f.x * m.x + f.y * m.y, y: turn.y + f.y * m.x - f.x * m.y };
    flip = { x: flip.x + f.x * m.x - f.y * m.y, y: flip.y + f.y * m.x + f.x * m.y };
  }
  if (size === 0) return moving;
  const isFlipped = lengthOf(flip) > lengthOf(turn);
  const best = isFlipped ? flip : turn;
  return new Map(
    [...moving].map(([id, point]) => {
      const x = point.x - from.x;
      const y = isFlipped ? from.y - point.y : point.y - from.y;
      return [id, { x: to.x + (best.x * x - best.y * y) / size, y: to.y + (best.x * y + best.y * x) / size }];
    }),
  );
}

/** The earlier picture's places; newcomers, and everybody in a first picture, near the place of their group. */
export function startOf(
  ids: readonly string[],
  { seed, groupOf, previous }: Pick<LayoutOptions, 'seed' | 'groupOf' | 'previous'>,
): Positions {
  const names = [...new Set(ids.map(groupOf))].sort();
  return new Map(
    ids.map((id) => {
      const earlier = previous?.get(id);
      if (earlier !== undefined) return [id, { ...earlier }];
      const random = createRandom(seed, `layout/${id}`);
      const angle = (2 * Math.PI * names.indexOf(groupOf(id))) / names.length + Math.PI;
      const spread = names.length > 1 ? 0.4 : 1;
      const x = Math.cos(angle) * (1 - spread) + (random.next() * 2 - 1) * spread;
      const y = Math.sin(angle) * (1 - spread) + (random.next() * 2 - 1) * spread;
      return [id, { x, y }];
    }),
  );
}

function fitToSquare(positions: Positions): Positions {
  const points = [...positions.values()];
  const x = extentOf(points.map((point) => point.x));
  const y = extentOf(points.map((point) => point.y));
  const half = Math.max(x.high - x.low, y.high - y.low) / 2 || 1;
  const scaled = (value: number, { low, high }: Extent): number =>
    Math.round(((value - (low + high) / 2) / half) * 10_000) / 10_000;
  return new Map([...positions].map(([id, point]) => [id, { x: scaled(point.x, x), y: scaled(point.y, y) }]));
}

interface Extent {
  low: number;
  high: number;
}

function extentOf(values: readonly number[]): Extent {
  return values.reduce((extent, value) => ({ low: Math.min(extent.low, value), high: Math.max(extent.high, value) }), {
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  });
}

function centreOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, point) => ({ x: all.x + point.x, y: all.y + point.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function lengthOf({ x, y }: Point): number {
  return Math.sqrt(x * x + y * y);
}
