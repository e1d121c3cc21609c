/**
 * Which records make the network: the one place where members, types, waves, dates, self-ties and parallel ties are
 * decided. `compact`, `toGraph` and what is read from a graph all build on what comes out here, so that they never
 * disagree.
 *
 * - Members are those who take part (status `active`), with or without ties. A tie that names somebody who has left, or
 *   has not joined, is left out and counted.
 * - Self-ties are dropped and counted. Parallel rows (same from, same to) become one tie, strengths added, and counted.
 * - A row that states no strength counts 1, provided that no row states one; a mixture cannot be added up.
 *
 * Ties are looked at in columns: what a type, a wave, a date or an id means is found once for each of them, and parallel
 * rows meet by sorting whole numbers. O(rows + members).
 */
import { type MeasurableRecords, type TieTable, tieTableOf } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';
import { MeasureError, unknownName } from '../measure-error.ts';
import { group, listArcs } from './adjacency.ts';
import { holdsAsOf } from './as-of.ts';
import { type Response, responseOf } from './response.ts';
import type { Selection } from './selection.ts';

/** Whether rows say how strong they are: all, none, or only some, which cannot be added up. */
export type StrengthStated = 'all' | 'none' | 'some';

export interface SelectedTies {
  /** Member ids in code-point order: whatever order records arrive in, figures come out the same. */
  ids: string[];
  /** Arcs from → to as positions in `ids`, without self-ties and duplicates, in order of from, then to. */
  from: Int32Array;
  to: Int32Array;
  strength: Float64Array;
  strengthStated: StrengthStated;
  selfTiesDropped: number;
  parallelTiesCollapsed: number;
  /** Rows left out because they name somebody who does not take part (any more, or yet). */
  outsideTiesDropped: number;
  response: Response;
}

export function select(records: MeasurableRecords, selection: Selection = {}): SelectedTies {
  const table = tieTableOf(records.ties);
  checkNames(records, table, selection);
  const ids = takingPart(records);
  const rows = selectRows(table, selection, positionsOf(table, ids, records));
  const strengthStated =
    rows.stated === rows.from.length && rows.stated > 0 ? 'all' : rows.stated === 0 ? 'none' : 'some';
  const ties = collapse(ids.length, rows);
  return {
    ids,
    ...strongEnough(ties, selection.minStrength, strengthStated),
    strengthStated,
    selfTiesDropped: rows.selfTiesDropped,
    parallelTiesCollapsed: rows.from.length - ties.from.length,
    outsideTiesDropped: rows.outsideTiesDropped,
    response: responseOf(records, ids, selection),
  };
}

/** Names of the waves that records speak of, in code-point order. */
export function waveNames(records: MeasurableRecords): string[] {
  const names = new Set<string>();
  for (const wave of records.waves) names.add(wave.wave);
  for (const response of records.responses) names.add(response.wave);
  const { ties } = records;
  const ofTies = 'wave' in ties ? ties.wave.values : ties.map((tie) => tie.wave);
  for (const wave of ofTies) if (wave !== null) names.add(wave);
  return [...names].sort(byCodePoint);
}

function takingPart(records: MeasurableRecords): string[] {
  const ids: string[] = [];
  const seen = new Set<string>();
  for (const [row, member] of records.members.entries()) {
    if (seen.has(member.member)) throw new MeasureError(`members[${row}]: this member is there twice; keep one row`);
    seen.add(member.member);
    if (member.status === 'active') ids.push(member.member);
  }
  // As byCodePoint, without a call for each comparison.
  return ids.sort();
}

/** In the place of a position: a member who does not take part, and somebody who is no member. */
const OUTSIDE = -1;
const NOBODY = -2;

/** Per id of the table, its position among those who take part. */
function positionsOf(table: TieTable, ids: readonly string[], records: MeasurableRecords): Int32Array {
  const position = new Map<string, number>();
  for (const [at, id] of ids.entries()) position.set(id, at);
  if (ids.length < records.members.length) {
    for (const { member, status } of records.members) if (status !== 'active') position.set(member, OUTSIDE);
  }
  const positions = new Int32Array(table.ids.length);
  for (const [code, id] of table.ids.entries()) positions[code] = position.get(id) ?? NOBODY;
  return positions;
}

interface Rows {
  from: Int32Array;
  to: Int32Array;
  /** Null: none states one, and each counts 1. */
  strength: Float64Array | null;
  /** How many of them state a strength. */
  stated: number;
  selfTiesDropped: number;
  outsideTiesDropped: number;
}

function selectRows(table: TieTable, selection: Selection, positions: Int32Array): Rows {
  const counts = rowsThatCount(table, selection);
  const { minStrength } = selection;
  const most = table.from.length;
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const strength = table.strength === null ? null : new Float64Array(most);
  let rows = 0;
  let stated = 0;
  let selfTiesDropped = 0;
  let outsideTiesDropped = 0;
  for (let row = 0; row < most; row++) {
    if (counts !== null && !counts(row)) continue;
    const source = positions[table.from[row]!]!;
    const target = positions[table.to[row]!]!;
    const own = table.strength === null ? Number.NaN : table.strength[row]!;
    if (source === NOBODY || target === NOBODY || own === Number.POSITIVE_INFINITY) refuseRow(row, source, target);
    const isStated = !Number.isNaN(own);
    if (table.from[row] === table.to[row]) {
      if (minStrength === undefined || (isStated ? own : 1) >= minStrength) selfTiesDropped++;
      continue;
    }
    if (source === OUTSIDE || target === OUTSIDE) {
      outsideTiesDropped++;
      continue;
    }
    from[rows] = source;
    to[rows] = target;
    if (strength !== null) strength[rows] = isStated ? own : 1;
    if (isStated) stated++;
    rows++;
  }
  return {
    ...{ from: from.subarray(0, rows), to: to.subarray(0, rows), strength: strength?.subarray(0, rows) ?? null },
    ...{ stated, selfTiesDropped, outsideTiesDropped },
  };
}

/** Which rows are of a type, a wave and a time that count; null: all of them. */
function rowsThatCount(table: TieTable, { types = 'all', waves = 'all', asOf }: Selection) {
  if (types === 'all' && waves === 'all' && asOf === undefined) return null;
  const typeCounts = marks(table.type.values, (type) => types === 'all' || types.includes(type));
  const waveCounts = marks(table.wave.values, (wave) => waves === 'all' || (wave !== null && waves.includes(wave)));
  const timeCounts = new Uint8Array(table.time.values.length).fill(UNASKED);
  return (row: number): boolean => {
    if (typeCounts[table.type.codes[row]!] === 0 || waveCounts[table.wave.codes[row]!] === 0) return false;
    const time = table.time.codes[row]!;
    // Asked when a row needs it: a date among periods is refused only where it would count.
    if (timeCounts[time] === UNASKED) timeCounts[time] = holdsAsOf(table.time.values[time]!, asOf) ? 1 : 0;
    return timeCounts[time] === 1;
  };
}

const UNASKED = 2;

/** 1 for each value that fits, 0 for the others. */
function marks<Value>(values: readonly Value[], fits: (value: Value) => boolean): Uint8Array {
  return Uint8Array.from(values, (value) => (fits(value) ? 1 : 0));
}

function refuseRow(row: number, from: number, to: number): never {
  if (from === NOBODY || to === NOBODY) {
    throw new MeasureError(`ties[${row}] names somebody who is not among the members; add the member or drop the tie`);
  }
  // Records from a store are checked on the way in; those of a caller's own making may hold a text where a number goes.
  throw new MeasureError(`ties[${row}].strength is not a number; write a number, or null where it is not known`);
}

type Arcs = Pick<SelectedTies, 'from' | 'to' | 'strength'>;

/**
 * One tie a pair, in order of from, then to: grouped by the one end and then, in that order, by the other, rows of a pair
 * lie side by side.
 */
function collapse(n: number, rows: Rows): Arcs {
  const end = rows.from.length;
  const incoming = listArcs(n, group(n, rows.to, rows.from, rows.strength));
  const { offsets, targets, strengths } = group(n, incoming.targets, incoming.sources, incoming.strengths);
  // The arrays of the first grouping have done their work: what is kept is written over them.
  const { sources: from, targets: to } = incoming;
  const strength = incoming.strengths ?? new Float64Array(end);
  let ties = 0;
  for (let v = 0, at = 0; v < n; v++) {
    const listEnd = offsets[v + 1]!;
    while (at < listEnd) {
      const begin = at++;
      const target = targets[begin]!;
      while (at < listEnd && targets[at] === target) at++;
      if (strengths === null) strength[ties] = at - begin;
      else strength[ties] = at - begin === 1 ? strengths[begin]! : sumOf(strengths.subarray(begin, at));
      from[ties] = v;
      to[ties++] = target;
    }
  }
  if (ties === end) return { from, to, strength };
  return { from: from.slice(0, ties), to: to.slice(0, ties), strength: strength.slice(0, ties) };
}

/**
 * Whole numbers add up exactly in any order. Fractions do not, so they are added from the smallest: in whatever order
 * rows arrive, the sum has the same bits.
 */
function sumOf(strengths: Float64Array): number {
  let whole = 0;
  const fractions: number[] = [];
  for (const strength of strengths) {
    if (Number.isInteger(strength)) whole += strength;
    else fractions.push(strength);
  }
  return fractions.length === 0 ? whole : whole + fractions.sort((a, b) => a - b).reduce((sum, part) => sum + part, 0);
}

function strongEnough(ties: Arcs, least: number | undefined, stated: StrengthStated): Arcs {
  if (least === undefined) return ties;
  if (stated === 'some') {
    throw new MeasureError('minStrength cannot judge ties that state no strength; choose types that all state one');
  }
  const isKept = (_: number, at: number): boolean => ties.strength[at]! >= least;
  return { from: ties.from.filter(isKept), to: ties.to.filter(isKept), strength: ties.strength.filter(isKept) };
}

function checkNames(records: MeasurableRecords, table: TieTable, selection: Selection): void {
  if (selection.types !== undefined && selection.types !== 'all') {
    const known = new Set(table.type.values);
    for (const wave of records.waves) for (const type of wave.types) known.add(type);
    refuseUnknown('type of tie', selection.types, [...known].sort(byCodePoint));
  }
  if (selection.waves !== undefined && selection.waves !== 'all') {
    refuseUnknown('wave', selection.waves, waveNames(records));
  }
}

function refuseUnknown(what: string, names: readonly string[], known: string[]): void {
  for (const name of names) if (!known.includes(name)) throw unknownName(what, name, known);
}
