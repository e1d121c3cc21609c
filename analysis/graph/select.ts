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
import { holdsAsOf } from './as-of.ts';
import { collapse } from './collapse.ts';
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
  const ties = collapse(ids.length, rows.from, rows.to, rows.strength);
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

function takingPart({ members }: MeasurableRecords): string[] {
  const ids: string[] = [];
  let inOrder = true;
  for (let row = 0; row < members.length; row++) {
    const { member, status } = members[row]!;
    inOrder &&= row === 0 || members[row - 1]!.member < member;
    if (status === 'active') ids.push(member);
  }
  // In order means each before the next, so that nobody is there twice.
  if (inOrder) return ids;
  refuseDoubled(members);
  // As byCodePoint, without a call for each comparison.
  return ids.sort();
}

function refuseDoubled(members: MeasurableRecords['members']): void {
  const seen = new Set<string>();
  for (const [row, { member }] of members.entries()) {
    if (seen.has(member)) throw new MeasureError(`members[${row}]: this member is there twice; keep one row`);
    seen.add(member);
  }
}

/** In the place of a position: a member who does not take part, and somebody who is no member. */
const OUTSIDE = -1;
const NOBODY = -2;

/** Per id of the table, its position among those who take part. */
function positionsOf(table: TieTable, ids: readonly string[], records: MeasurableRecords): Int32Array {
  const positions = new Int32Array(table.ids.length);
  let found = 0;
  // Ids that come in the order of members, as those of a file without a list of members do, are found side by side.
  for (; found < positions.length && table.ids[found] === ids[found]; found++) positions[found] = found;
  if (found === positions.length) return positions;
  const position = new Map<string, number>();
  for (let at = 0; at < ids.length; at++) position.set(ids[at]!, at);
  if (ids.length < records.members.length) {
    for (const { member, status } of records.members) if (status !== 'active') position.set(member, OUTSIDE);
  }
  for (; found < positions.length; found++) positions[found] = position.get(table.ids[found]!) ?? NOBODY;
  return positions;
}

/** What is kept of the table; `from` and `to` may be the table's own. */
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
  if (counts === null && table.strength === null && isAsItIs(table, positions)) {
    return { from: table.from, to: table.to, strength: null, stated: 0, selfTiesDropped: 0, outsideTiesDropped: 0 };
  }
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

/** Whether the table speaks of positions already, and no row is a self-tie: then its columns need no copy. */
function isAsItIs({ from, to }: TieTable, positions: Int32Array): boolean {
  for (let code = 0; code < positions.length; code++) if (positions[code] !== code) return false;
  for (let row = 0; row < from.length; row++) if (from[row] === to[row]) return false;
  return true;
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
