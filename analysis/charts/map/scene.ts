/**
 * All that a map shows, before it is drawn: dots, lines and legends of every picture. The Vega-Lite specification and the
 * WebGL page are two ways to draw the same scene.
 *
 * Dots have numbers instead of ids, given by their places, so that neither the order of rows nor a number says who is
 * who. A label is in the scene only where the caller asked for labels.
 */
import type { NetworkRecords } from '../../../data/records/index.ts';
import { degreeOf, hasTie } from '../../graph/compact.ts';
import { cutsOf } from '../../graph/cuts.ts';
import type { Positions } from '../../layout.ts';
import { MeasureError } from '../../measure-error.ts';
import { drawnPairs, type Pair } from './drawn-ties.ts';
import { type Frame, framesOf, unionOfFrames } from './frames.ts';
import { colourOf, type FigureLook, type Look, sizeOf } from './look.ts';
import { completeOptions, type MapOptions, type UsedOptions } from './options.ts';
import { placesOf } from './places.ts';

export interface MapScene {
  options: UsedOptions;
  /** In the order of their numbers. */
  dots: Dot[];
  frames: SceneFrame[];
  colour: Look | null;
  size: FigureLook | null;
  /** By id: give them to a later map, and everybody stands where they stood. */
  places: Positions;
  hasArrows: boolean;
  /** How many stand where an earlier map had them; null where there was none. */
  kept: number | null;
}

export interface Dot {
  /** The number, from 1. */
  dot: number;
  label: string | null;
  x: number;
  y: number;
}

export interface SceneFrame {
  label: string | null;
  /** As `dots`. */
  members: MemberLook[];
  lines: Line[];
  /** Tied pairs, drawn or not. */
  pairs: number;
  drawn: number;
  /** Pairs within the same shown group; null where colour is no attribute. */
  within: number | null;
  asked: number;
  answered: number;
  response: number | null;
  cutPoints: number;
  bridges: number;
}

export interface MemberLook {
  group: string | null;
  colour: number | null;
  size: number | null;
  /** Others to whom they are tied. */
  ties: number;
  answered: boolean;
  highlighted: boolean;
}

export type LineKind = 'tie' | 'within' | 'between' | 'highlighted' | 'proposed';

export interface Line {
  /** Positions in `dots`. */
  a: number;
  b: number;
  kind: LineKind;
  strength: number;
  toA: boolean;
  toB: boolean;
}

/** More arrowheads than this hide the ties that they are to explain. */
const MOST_PAIRS_WITH_ARROWS = 150;

export function sceneOf(records: NetworkRecords, given: MapOptions): MapScene {
  completeOptions(given);
  const networks = framesOf(records, given);
  const options = completeOptions(given, networks.length);
  const { ids } = networks[0]!.pairs;
  checkPeople(ids, options);
  const places = placesOf(unionOfFrames(networks), options);
  const colour = colourOf(records, networks, options);
  const size = sizeOf(records, networks, options);
  const order = orderOf(ids, places);
  const frames = networks.map((network, at) => frameOf(network, at, order, { colour, size, options }));
  const { labels, direction } = options;
  return {
    options,
    dots: Array.from(order, (v, at) => ({ dot: at + 1, label: labelOf(ids[v]!, labels), ...places.get(ids[v]!)! })),
    frames,
    colour,
    size,
    places,
    hasArrows: direction === 'auto' ? arrowsHelp(frames, options) : direction,
    kept: options.places === undefined ? null : ids.filter((id) => options.places!.has(id)).length,
  };
}

function frameOf(
  network: Frame,
  at: number,
  order: Int32Array,
  { colour, size, options }: Pick<MapScene, 'colour' | 'size' | 'options'>,
): SceneFrame {
  const { pairs, directed, selected } = network;
  const cuts = cutsOf(pairs.n, pairs.out);
  const isBridge = new Set(cuts.bridges.map(([a, b]) => a * pairs.n + b));
  const isLit = litMembers(network, cuts.points, options);
  const place = new Int32Array(pairs.n);
  for (const [dot, v] of order.entries()) place[v] = dot;
  const groups = colour?.kind === 'groups' ? colour.of[at]! : null;
  const whole = colour?.kind === 'groups' ? colour.whole : null;
  const isAbout = ({ a, b }: Pair): boolean => {
    if (options.highlight === 'bridges') return isBridge.has(a * pairs.n + b);
    return Array.isArray(options.highlight) && (isLit[a] === 1 || isLit[b] === 1);
  };
  const isWithin = ({ a, b }: { a: number; b: number }): boolean => whole !== null && whole.of[a] === whole.of[b];
  const drawn = drawnPairs(pairs, options.mostTies, options.seed, isAbout);
  const lines = drawn.map((pair): Line => {
    const kind = isAbout(pair) ? 'highlighted' : whole === null ? 'tie' : isWithin(pair) ? 'within' : 'between';
    const [a, b] = [place[pair.a]!, place[pair.b]!];
    const toA = hasTie(directed.out, pair.b, pair.a);
    return { a, b, kind, strength: pair.strength, toA, toB: hasTie(directed.out, pair.a, pair.b) };
  });
  const position = new Map(pairs.ids.map((id, v) => [id, v]));
  const proposed = options.proposed.map(([from, to]): Line => {
    const [a, b] = [place[position.get(from)!]!, place[position.get(to)!]!];
    return { a, b, kind: 'proposed', strength: 0, toA: false, toB: false };
  });
  return {
    label: network.label,
    members: Array.from(order, (v) => ({
      group: groups?.[v] ?? null,
      colour: colour?.kind === 'figure' ? colour.values[at]![v]! : null,
      size: size === null ? null : size.values[at]![v]!,
      ties: degreeOf(pairs.out, v),
      answered: selected.response.known[v] === 1,
      highlighted: isLit[v] === 1,
    })),
    lines: [...lines, ...proposed],
    pairs: pairs.m,
    drawn: drawn.length,
    within: whole === null ? null : countWithin(network, isWithin),
    asked: selected.response.asked,
    answered: selected.response.answered,
    response: selected.response.rate,
    cutPoints: cuts.points.reduce((sum, is) => sum + is, 0),
    bridges: cuts.bridges.length,
  };
}

function litMembers(network: Frame, cutPoints: Uint8Array, { highlight }: UsedOptions): Uint8Array {
  const { ids } = network.pairs;
  if (highlight === undefined || highlight === 'bridges') return new Uint8Array(ids.length);
  if (highlight === 'cut-points') return cutPoints;
  const named = new Set(highlight);
  return Uint8Array.from(ids, (id) => (named.has(id) ? 1 : 0));
}

function countWithin({ pairs }: Frame, isWithin: (pair: { a: number; b: number }) => boolean): number {
  let within = 0;
  for (let a = 0; a < pairs.n; a++) {
    for (let at = pairs.out.offsets[a]!; at < pairs.out.offsets[a + 1]!; at++) {
      const b = pairs.out.targets[at]!;
      if (a < b && isWithin({ a, b })) within++;
    }
  }
  return within;
}

/** From top to bottom, then from left to right. */
function orderOf(ids: readonly string[], places: Positions): Int32Array {
  const points = ids.map((id) => places.get(id)!);
  return Int32Array.from(ids.keys()).sort(
    (v, w) => points[w]!.y - points[v]!.y || points[v]!.x - points[w]!.x || v - w,
  );
}

function arrowsHelp(frames: readonly SceneFrame[], { undirected }: UsedOptions): boolean {
  const ties = frames.flatMap(({ lines }) => lines.filter(({ kind }) => kind !== 'proposed'));
  const isOneWay = ties.some(({ toA, toB }) => toA !== toB);
  return !undirected && isOneWay && frames.every(({ drawn }) => drawn <= MOST_PAIRS_WITH_ARROWS);
}

function labelOf(id: string, labels: UsedOptions['labels']): string | null {
  if (labels === 'none') return null;
  return labels === 'ids' ? id : String(labels(id));
}

/** The message names places in the options, never a person. */
function checkPeople(ids: readonly string[], { highlight, proposed }: UsedOptions): void {
  const known = new Set(ids);
  const refuse = (option: string): never => {
    throw new MeasureError(`${option} is not among the members who take part; give ids of those who do`);
  };
  if (typeof highlight === 'string' && highlight !== 'cut-points' && highlight !== 'bridges') {
    throw new MeasureError(`option highlight is "${highlight}"; give "cut-points", "bridges" or a list of ids`);
  }
  if (Array.isArray(highlight)) {
    for (const [at, id] of highlight.entries()) if (!known.has(id)) refuse(`highlight[${at}]`);
  }
  for (const [at, pair] of proposed.entries()) {
    if (pair.length !== 2 || pair.some((id) => !known.has(id))) refuse(`proposed[${at}]`);
  }
}
