/**
 * Where members stand in a map, the same in all of its pictures.
 *
 * A reader who compares pictures finds people again by their place (the mental map: Archambault & Purchase 2013,
 * doi:10.1016/j.ijhcs.2013.08.004). Of the ways to lay out a network that changes, one layout of all its pictures'
 * ties together is the steadiest: nobody moves at all (aggregation; Brandes & Mader 2012,
 * doi:10.1007/978-3-642-25878-7_11, compare it with anchoring and linking). The price is that a single picture is a little
 * less tidy than it would be by itself. A map made later can be given the places of this one: who has a place keeps it,
 * and newcomers settle among those they are tied to.
 *
 * Members without any tie do not take part in the play of forces, which would push them anywhere: they stand in rows
 * below. Positions start from ids, so that the same people stand alike in maps of different dates, and are rounded so
 * that they are the same text everywhere.
 */
import { type CompactGraph, degreeOf, forEachTie, fromArcs, unionOf } from '../../graph/compact.ts';
import { type Point, type Positions, procrustes, radiusOf, relax, startOf } from '../../layout.ts';

export interface PlaceOptions {
  seed: number;
  /** Places to keep. */
  places?: Positions | undefined;
}

/** From here on forces of far members are joined; the authors' tolerance is 1.2. */
const MANY_MEMBERS = 500;
const THETA = 1;
/** Steps from a start by chance: each takes about 60 ms for 10,000 members, 4 ms for 1,000. */
const STEPS = { few: 600, thousands: 300, newcomers: 150 };
const THOUSANDS = 3000;
/** So many of those without ties stand well apart. */
const FEW_ALONE = 21;
/** Most dots in a row of those without ties, and how far apart rows are where they stand below the others. */
const MOST_IN_A_ROW = 40;
const ROW_GAP = 0.06;

/** @param network all ties that any picture of the map shows, without direction. */
export function placesOf(network: CompactGraph, { seed, places = new Map() }: PlaceOptions): Positions {
  const tied = network.ids.filter((_, v) => degreeOf(network.out, v) > 0);
  const present = new Set(network.ids);
  const kept = new Map([...places].filter(([id]) => present.has(id)));
  const settled =
    tied.length === 0
      ? new Map<string, Point>()
      : kept.size === 0
        ? layOut(among(network, tied), seed)
        : settle(among(network, tied), kept, seed);
  const standing = new Map([...settled, ...kept]);
  const alone = network.ids.filter((id) => !standing.has(id));
  return rounded(new Map([...standing, ...inRows(alone, standing)]));
}

/** How far members of both maps stand apart on average, as a share of the first map's width (2). */
export function meanDisplacement(first: Positions, second: Positions): number {
  const common = [...first.keys()].filter((id) => second.has(id));
  if (common.length === 0) return 0;
  const sum = common.reduce((all, id) => {
    const [a, b] = [first.get(id)!, second.get(id)!];
    return all + Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
  }, 0);
  return sum / common.length / 2;
}

function layOut(network: CompactGraph, seed: number): Positions {
  const start = startOf(network.ids, { seed, groupOf: () => '' });
  const steps = network.n > THOUSANDS ? STEPS.thousands : STEPS.few;
  return fit(procrustes(relax(network, start, { steps, theta: network.n > MANY_MEMBERS ? THETA : null }), start));
}

/** Newcomers start amid those they are tied to; forces move them alone. */
function settle(network: CompactGraph, kept: Positions, seed: number): Positions {
  const newcomers = network.ids.filter((id) => !kept.has(id));
  if (newcomers.length === 0) return new Map();
  const start = new Map([...startOf(network.ids, { seed, groupOf: () => '' }), ...kept]);
  for (const [v, id] of network.ids.entries()) {
    if (!kept.has(id)) start.set(id, amid(network, v, kept) ?? start.get(id)!);
  }
  const radius = radiusOf(network.n);
  const theta = network.n > MANY_MEMBERS ? THETA : null;
  const moved = relax(network, start, { steps: STEPS.newcomers, theta, isFixed: (id) => kept.has(id) });
  return new Map(newcomers.map((id) => [id, { x: moved.get(id)!.x / radius, y: moved.get(id)!.y / radius }]));
}

/** A little beside the middle, so that two who know the same people do not stand on one spot. */
function amid({ ids, out }: CompactGraph, v: number, kept: Positions): Point | null {
  const known = Array.from(out.targets.slice(out.offsets[v]!, out.offsets[v + 1]!), (w) => kept.get(ids[w]!));
  const points = known.filter((point) => point !== undefined);
  if (points.length === 0) return null;
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  const beside = 0.02 * (1 + (v % 5));
  return { x: sum.x / points.length + beside, y: sum.y / points.length + beside / 2 };
}

/** The network of some of its members. */
function among(network: CompactGraph, ids: readonly string[]): CompactGraph {
  if (ids.length === network.n) return network;
  const position = new Map(ids.map((id, at) => [id, at]));
  const arcs = { from: [] as number[], to: [] as number[], strength: [] as number[] };
  forEachTie(network, (from, to, strength) => {
    arcs.from.push(position.get(network.ids[from]!)!);
    arcs.to.push(position.get(network.ids[to]!)!);
    arcs.strength.push(strength);
  });
  return unionOf(fromArcs(ids, arcs));
}

/** Rows below the others, or a block of their own where there are no others. */
function inRows(ids: readonly string[], standing: Positions): Positions {
  if (ids.length === 0) return new Map();
  const { low, high } = extentOf([...standing.values()]);
  const isBelow = standing.size > 0;
  const columns = isBelow
    ? ids.length <= FEW_ALONE
      ? FEW_ALONE
      : Math.max(MOST_IN_A_ROW, Math.ceil(Math.sqrt(ids.length * 8)))
    : Math.min(ids.length, Math.ceil(Math.sqrt(ids.length * 1.5)));
  const step = isBelow ? 2 / (columns - 1) : 2 / Math.max(columns - 1, 1);
  const rowStep = isBelow ? Math.min(ROW_GAP, step * 1.2) : step;
  const left = isBelow ? (low.x + high.x) / 2 - 1 : columns === 1 ? 0 : -1;
  const top = isBelow ? low.y - 2 * ROW_GAP : (rowStep * (Math.ceil(ids.length / columns) - 1)) / 2;
  return new Map(
    ids.map((id, at) => [id, { x: left + step * (at % columns), y: top - rowStep * Math.floor(at / columns) }]),
  );
}

/** To −1 … 1 in the direction in which it is larger, the middle at 0. */
function fit(positions: Positions): Positions {
  const { low, high } = extentOf([...positions.values()]);
  const half = Math.max(high.x - low.x, high.y - low.y) / 2 || 1;
  return new Map(
    [...positions].map(([id, { x, y }]) => [
      id,
      { x: (x - (low.x + high.x) / 2) / half, y: (y - (low.y + high.y) / 2) / half },
    ]),
  );
}

export function extentOf(points: readonly Point[]): { low: Point; high: Point } {
  if (points.length === 0) return { low: { x: 0, y: 0 }, high: { x: 0, y: 0 } };
  const low = { ...points[0]! };
  const high = { ...points[0]! };
  for (const { x, y } of points) {
    low.x = Math.min(low.x, x);
    low.y = Math.min(low.y, y);
    high.x = Math.max(high.x, x);
    high.y = Math.max(high.y, y);
  }
  return { low, high };
}

function rounded(positions: Positions): Positions {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000 || 0;
  return new Map([...positions].map(([id, { x, y }]) => [id, { x: round(x), y: round(y) }]));
}
