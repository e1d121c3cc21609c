/** A map in a cell: who is close to whom. The picture itself is made in `map/`; here it is asked for and wrapped. */
import type { Introductions } from './acting/introductions.ts';
import { type ChartMade, DrawnChart } from './chart.ts';
import type { MetricId } from './ids.ts';
import type { TieOptions } from './measuring/options.ts';

/** A figure of each member that the caller has at hand; null where it is not known. */
export interface MemberFigures {
  title: string;
  values: Readonly<Record<string, number | null>>;
}

/** Where everybody stands, by id. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

export interface MappingOptions extends TieOptions {
  /** An attribute, a metric of members, or figures. Default: none. */
  colour?: MetricId | MemberFigures | (string & {});
  /** A metric of members, or figures; areas are in proportion. Default: all alike. */
  size?: MetricId | MemberFigures;
  /** Members to find again by their ids, or what holds the network together. */
  highlight?: 'cut-points' | 'bridges' | readonly string[];
  /** Introductions that are not there yet: drawn dashed. */
  proposed?: readonly (readonly [string, string])[] | Introductions;
  /** Several pictures: the waves, or waves or dates by name, in this order. */
  over?: 'waves' | readonly string[];
  /** One picture with a slider, or pictures side by side. Default: slider. */
  arrange?: 'slider' | 'multiples';
  /** What stands beside dots. Names are for stewards: whoever shows them writes them into the notebook. Default: none. */
  labels?: 'none' | 'ids' | 'names';
  /** Arrowheads. Default: where ties have direction and are few enough to see them. */
  direction?: 'auto' | boolean;
  /** The most tied pairs drawn in one picture. */
  mostTies?: number;
  /** Groups of fewer members have no colour of their own. Default: what the charter says, and 5 for files. */
  smallestGroup?: number;
  /** Where members stood in an earlier map: they stand there again. */
  places?: Places;
  /** Of the layout. Default: 1. */
  seed?: number;
  /** Drawn by WebGL, or not. Default: from 1,501 members on. */
  webgl?: boolean;
  /** Stops it before it is done. */
  signal?: AbortSignal;
}

export class DrawnMap extends DrawnChart {
  readonly drawnBy: 'vega-lite' | 'webgl';
  /** Where everybody stands: given as `places` to a later map, they stand there again. */
  readonly places: Places;

  constructor(made: ChartMade & { readonly drawnBy: 'vega-lite' | 'webgl'; readonly places: Places }) {
    super(made);
    this.drawnBy = made.drawnBy;
    this.places = made.places;
  }
}
