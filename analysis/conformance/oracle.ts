/**
 * What a folder's `oracle.json` says: figures that other tools give on the network of that folder.
 *
 * The file is written by others, and folders that nobody here has seen are read too: whatever is not as expected is
 * either told in words (no layers, no order of the members) or left out where it is not needed (a tool's version).
 */
import { MeasureError } from '../measure-error.ts';

export interface OracleRecord {
  metric: string;
  variant: string;
  /** The tool, as the file names it. */
  lib: string;
  call: string;
  value: unknown;
  /** `confirmed…`, `definition…`, `single library`, `bound`, `library-specific…`, `heuristic…`, `suspect…`. */
  trust: string;
}

/** One network of a data set: a type of tie, perhaps of one wave, perhaps above a strength. */
export interface Layer {
  layer: string;
  type: string | null;
  /** `"*"`: rows have waves, and all of them count; null: rows have none. */
  wave: string | null;
  directed: boolean;
  leastStrength: number | null;
}

export interface Oracle {
  /** Ids of the members in the order of all lists of figures. */
  order: string[];
  versions: ReadonlyMap<string, string>;
  layers: { layer: Layer; records: OracleRecord[] }[];
  /** On the times of adoption; non-adopters are censored, or coded as adopting after the last period. */
  diffusion: { coding: string; records: OracleRecord[] }[];
  /** What two layers share. */
  overlaps: { a: string; b: string; both: number; aOnly: number; bOnly: number; jaccard: number; tool: string }[];
}

/**
 * @param meta `meta.json` of the folder, for layers that the oracle's file does not define.
 * @throws MeasureError where there is nothing to compare with.
 */
export function readOracle(json: unknown, meta: unknown = {}, file = 'oracle.json'): Oracle {
  const whole = object(json);
  const defined = new Map(list(object(meta).layers).map((one) => [text(object(one).layer), object(one)]));
  const order = list(whole.node_order).map(String);
  if (order.length === 0) throw new MeasureError(`${file}: node_order is missing; list the ids as in nodes.csv`);
  const layers = Object.entries(object(whole.layers)).map(([name, layer]) => ({
    layer: layerOf(name, { ...defined.get(name), ...object(object(layer).definition) }),
    records: recordsOf(object(layer).records),
  }));
  if (layers.length === 0) throw new MeasureError(`${file}: there are no layers, so nothing to compare with`);
  const diffusion = object(whole.diffusion);
  return {
    order,
    versions: versionsOf({ ...object(diffusion.versions), ...object(whole.versions) }),
    layers,
    diffusion: Object.entries(object(diffusion.codings)).map(([coding, one]) => ({
      coding,
      records: recordsOf(object(one).records),
    })),
    overlaps: list(whole.cross_layer).map(overlapOf),
  };
}

/** The attributes that records group by: they have to be read as attributes whatever they look like. */
export function groupingsOf(oracle: Oracle): string[] {
  const all = oracle.layers.flatMap(({ records }) => records.map(({ variant }) => groupingOf(variant)));
  return [...new Set(all.filter((one) => one !== null))];
}

/** `U by dept; pairs counted once` → `dept`; null where a variant groups by nothing. */
export function groupingOf(variant: string): string | null {
  return /\bby (?:group of )?([^;]+?)\s*(?:;|$)/.exec(variant)?.[1] ?? null;
}

/** A tool with its version: `networkx 3.6.1`. */
export function toolOf(lib: string, versions: ReadonlyMap<string, string>): string {
  const version = versions.get(lib) ?? versions.get(lib.replace('-', '_')) ?? versions.get(lib.replace(/^R-/, ''));
  return version === undefined ? lib : `${lib} ${version}`;
}

function layerOf(name: string, definition: Record<string, unknown>): Layer {
  const { type, wave, directed, min_weight: leastStrength } = definition;
  return {
    layer: name,
    type: typeof type === 'string' ? type : null,
    wave: wave === null || wave === undefined ? null : String(wave),
    directed: directed !== false,
    leastStrength: typeof leastStrength === 'number' ? leastStrength : null,
  };
}

function recordsOf(records: unknown): OracleRecord[] {
  return list(records)
    .map(object)
    .filter(({ metric }) => typeof metric === 'string')
    .map(({ metric, variant, lib, call, value, trust }) => ({
      metric: String(metric),
      variant: text(variant),
      lib: text(lib),
      call: text(call),
      value,
      trust: text(trust),
    }));
}

function overlapOf(given: unknown): Oracle['overlaps'][number] {
  const { a, b, both, a_only: aOnly, b_only: bOnly, jaccard, lib } = object(given);
  return {
    a: text(a),
    b: text(b),
    both: Number(both),
    aOnly: Number(aOnly),
    bOnly: Number(bOnly),
    jaccard: Number(jaccard),
    tool: text(lib),
  };
}

function versionsOf(given: Record<string, unknown>): ReadonlyMap<string, string> {
  return new Map(Object.entries(given).map(([tool, version]) => [tool, String(version)]));
}

function object(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Record<string, unknown>) : {};
}

function list(given: unknown): unknown[] {
  return Array.isArray(given) ? given : [];
}

function text(given: unknown): string {
  return typeof given === 'string' ? given : '';
}
