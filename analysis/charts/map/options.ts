/**
 * What may be asked of a map. Everything is optional, and what is not known is refused: an option that is dropped in
 * silence draws the answer to another question.
 */
import type { Positions } from '../../layout.ts';
import { MeasureError, unknownName } from '../../measure-error.ts';

/** A figure of each member that the caller has at hand; null where it is not known. */
export interface MemberFigure {
  title: string;
  values: Readonly<Record<string, number | null>>;
}

export interface MapOptions {
  /** Types of tie that are drawn. Default: all. */
  types?: 'all' | readonly string[];
  /** One wave. Default: all together. */
  wave?: 'all' | string;
  /** Only ties observed by then. */
  asOf?: string;
  /** Weaker ties are left out. */
  minStrength?: number;
  /** Ties have no direction: no arrows, and figures are those of the undirected network. */
  undirected?: boolean;
  /** Several pictures: the waves of the records, or waves or dates by name, in this order. */
  over?: 'waves' | readonly string[];
  /** One picture with a slider, or pictures side by side. Default: slider. */
  arrange?: 'slider' | 'multiples';
  /** An attribute, a metric of members by its id, or figures. Default: none. */
  colour?: string | MemberFigure;
  /** A metric of members by its id, or figures; areas are in proportion. Default: all alike. */
  size?: string | MemberFigure;
  /** Members to find again by their ids, or what holds the network together. */
  highlight?: 'cut-points' | 'bridges' | readonly string[];
  /** Ties that are not there yet: drawn dashed. */
  proposed?: readonly (readonly [string, string])[];
  /** What stands beside dots and in their tooltips. Default: nothing that says who is who. */
  labels?: 'none' | 'ids' | ((member: string) => string);
  /** Arrowheads. Default: where ties have direction and are few enough to see them. */
  direction?: 'auto' | boolean;
  /** The most tied pairs drawn in one picture. */
  mostTies?: number;
  /** Groups of fewer members have no colour of their own. Default: 5; null: every group has. */
  smallestGroup?: number | null;
  /** Where members stood in an earlier map: they stand there again, and only newcomers look for a place. */
  places?: Positions;
  seed?: number;
}

export type UsedOptions = Required<Omit<MapOptions, OptionalName>> & Pick<MapOptions, OptionalName>;
type OptionalName = 'asOf' | 'minStrength' | 'over' | 'colour' | 'size' | 'highlight' | 'places';

/** More lines than this are a grey cloud, and a page that takes long to load. */
export const MOST_TIES_DRAWN = 1500;
/** A slider's pictures are all in one file. */
const MOST_TIES_IN_ALL = 6000;
const SMALLEST_GROUP = 5;

const NAMES: Record<keyof MapOptions, true> = {
  types: true,
  wave: true,
  asOf: true,
  minStrength: true,
  undirected: true,
  over: true,
  arrange: true,
  colour: true,
  size: true,
  highlight: true,
  proposed: true,
  labels: true,
  direction: true,
  mostTies: true,
  smallestGroup: true,
  places: true,
  seed: true,
};

/** Every option with its value. @throws MeasureError for an unknown option or a value that makes no sense. */
export function completeOptions(given: MapOptions, pictures = 1): UsedOptions {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(NAMES, name)) throw unknownName('option of a map', name, Object.keys(NAMES));
  }
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as MapOptions;
  const options: UsedOptions = {
    types: 'all',
    wave: 'all',
    undirected: false,
    arrange: 'slider',
    proposed: [],
    labels: 'none',
    direction: 'auto',
    mostTies: Math.min(MOST_TIES_DRAWN, Math.floor(MOST_TIES_IN_ALL / pictures)),
    smallestGroup: SMALLEST_GROUP,
    seed: 1,
    ...stated,
  };
  const { mostTies, smallestGroup, seed, arrange, direction, labels } = options;
  expect('mostTies', mostTies, isWhole(mostTies) && mostTies >= 0, 'a whole number from 0');
  const isSize = smallestGroup === null || (isWhole(smallestGroup) && smallestGroup >= 1);
  expect('smallestGroup', smallestGroup, isSize, 'a whole number from 1, or null');
  expect('seed', seed, isWhole(seed), 'a whole number');
  expect('arrange', arrange, arrange === 'slider' || arrange === 'multiples', '"slider" or "multiples"');
  expect('direction', direction, ['auto', true, false].includes(direction), '"auto", true or false');
  const isLabels = labels === 'none' || labels === 'ids' || typeof labels === 'function';
  expect('labels', labels, isLabels, '"none", "ids" or a function from an id to a text');
  if (options.over !== undefined && options.wave !== 'all') {
    throw new MeasureError('over draws several waves or dates; leave out wave, or over');
  }
  return options;
}

function expect(option: string, value: unknown, fits: boolean, expected: string): void {
  if (!fits) throw new MeasureError(`option ${option} is ${JSON.stringify(value)}; give ${expected}`);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value);
}
