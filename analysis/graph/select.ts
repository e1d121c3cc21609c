/**
 * Which records make the network: the one place where members, types, waves, dates, self-ties and parallel ties are
 * decided. `compact` and `toGraph` both build on what comes out here, so that they never disagree.
 *
 * - Members are those who take part (status `active`), with or without ties. A tie that names somebody who has left, or
 *   has not joined, is left out and counted.
 * - Self-ties are dropped and counted. Parallel rows (same from, same to) become one tie, strengths added, and counted.
 * - A row that states no strength counts 1, provided that no row states one; a mixture cannot be added up.
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';
import { MeasureError, unknownName } from '../measure-error.ts';
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

export function select(records: NetworkRecords, selection: Selection = {}): SelectedTies {
  checkNames(records, selection);
  const ids = takingPart(records);
  const position = new Map(ids.map((id, at) => [id, at]));
  const everybody = new Set(records.members.map((member) => member.member));

  let selfTiesDropped = 0;
  let outsideTiesDropped = 0;
  let stated = 0;
  let rows = 0;
  const strengthOf = new Map<number, number>();
  const fractions = new Map<number, number[]>();
  for (const [row, tie] of records.ties.entries()) {
    if (!isSelected(tie, selection)) continue;
    checkTie(tie, row, everybody);
    if (tie.from === tie.to) {
      if (selection.minStrength === undefined || (tie.strength ?? 1) >= selection.minStrength) selfTiesDropped++;
      continue;
    }
    const from = position.get(tie.from);
    const to = position.get(tie.to);
    if (from === undefined || to === undefined) {
      outsideTiesDropped++;
      continue;
    }
    rows++;
    if (tie.strength !== null) stated++;
    addStrength(from * ids.length + to, tie.strength ?? 1, strengthOf, fractions);
  }
  addFractions(strengthOf, fractions);
  const strengthStated = stated === rows && rows > 0 ? 'all' : stated === 0 ? 'none' : 'some';
  const keys = strongEnough(strengthOf, selection.minStrength, strengthStated);

  return {
    ids,
    from: Int32Array.from(keys, (key) => Math.floor(key / ids.length)),
    to: Int32Array.from(keys, (key) => key % ids.length),
    strength: Float64Array.from(keys, (key) => strengthOf.get(key)!),
    strengthStated,
    selfTiesDropped,
    parallelTiesCollapsed: rows - strengthOf.size,
    outsideTiesDropped,
    response: responseOf(records, ids, selection),
  };
}

/** Names of the waves that records speak of, in code-point order. */
export function waveNames(records: NetworkRecords): string[] {
  const names = new Set<string>();
  for (const wave of records.waves) names.add(wave.wave);
  for (const response of records.responses) names.add(response.wave);
  for (const tie of records.ties) if (tie.wave !== null) names.add(tie.wave);
  return [...names].sort(byCodePoint);
}

function takingPart(records: NetworkRecords): string[] {
  const ids = new Set<string>();
  const seen = new Set<string>();
  for (const [row, member] of records.members.entries()) {
    if (seen.has(member.member)) throw new MeasureError(`members[${row}]: this member is there twice; keep one row`);
    seen.add(member.member);
    if (member.status === 'active') ids.add(member.member);
  }
  return [...ids].sort(byCodePoint);
}

function isSelected(tie: BodyOf<'tie'>, selection: Selection): boolean {
  const { types = 'all', waves = 'all', asOf } = selection;
  if (types !== 'all' && !types.includes(tie.type)) return false;
  if (waves !== 'all' && (tie.wave === null || !waves.includes(tie.wave))) return false;
  return holdsAsOf(tie.time, asOf);
}

function checkTie(tie: BodyOf<'tie'>, row: number, everybody: Set<string>): void {
  if (!everybody.has(tie.from) || !everybody.has(tie.to)) {
    throw new MeasureError(`ties[${row}] names somebody who is not among the members; add the member or drop the tie`);
  }
  // Records from a store are checked on the way in; those of a caller's own making may hold a text where a number goes.
  const strength: unknown = tie.strength;
  if (strength !== null && (typeof strength !== 'number' || !Number.isFinite(strength))) {
    throw new MeasureError(`ties[${row}].strength is not a number; write a number, or null where it is not known`);
  }
}

/** Whole numbers add up exactly in any order. Fractions do not, so they wait. */
function addStrength(
  key: number,
  strength: number,
  whole: Map<number, number>,
  fractions: Map<number, number[]>,
): void {
  const isWhole = Number.isInteger(strength);
  whole.set(key, (whole.get(key) ?? 0) + (isWhole ? strength : 0));
  if (isWhole) return;
  const waiting = fractions.get(key);
  if (waiting === undefined) fractions.set(key, [strength]);
  else waiting.push(strength);
}

/** Adds the fractions, from the smallest: in whatever order rows arrive, the sum has the same bits. */
function addFractions(strengthOf: Map<number, number>, fractions: Map<number, number[]>): void {
  for (const [key, parts] of fractions) {
    const sum = parts.sort((a, b) => a - b).reduce((total, part) => total + part, 0);
    strengthOf.set(key, strengthOf.get(key)! + sum);
  }
}

function strongEnough(strengthOf: Map<number, number>, least: number | undefined, stated: StrengthStated): number[] {
  const keys = [...strengthOf.keys()].sort((a, b) => a - b);
  if (least === undefined) return keys;
  if (stated === 'some') {
    throw new MeasureError('minStrength cannot judge ties that state no strength; choose types that all state one');
  }
  return keys.filter((key) => strengthOf.get(key)! >= least);
}

function checkNames(records: NetworkRecords, selection: Selection): void {
  if (selection.types !== undefined && selection.types !== 'all') {
    const known = new Set(records.ties.map((tie) => tie.type));
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
