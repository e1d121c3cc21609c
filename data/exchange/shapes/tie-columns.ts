/**
 * A plain table of ties, read into columns without a text or an object for a tie. What `readTies` finds in its rows is
 * found here in the few different values of a column; where one of them is a problem, or needs thought for each row
 * (directed ties among undirected ones), this gives null and nothing has been noted: `readTies` must read the rows.
 */
import { distinct, type ObservedTime, type TieTable } from '../../records/index.ts';
import type { PlainTable } from '../plain-csv.ts';
import { readNumber, readTime } from '../values.ts';
import { ID_CHARACTERS, knownMembers, type Reading } from './reading.ts';
import {
  DEFAULT_TIE_TYPE,
  directionsOf,
  noteNegative,
  noteUnusedColumns,
  settleDirection,
  type TieColumns,
  tieColumnsOf,
} from './ties.ts';

const NO_STRENGTHS = new Float64Array(0);

interface Column {
  texts: readonly string[];
  codes: Int32Array;
}

export function readTieColumns(table: PlainTable, reading: Reading): TieTable | null {
  const columns = tieColumnsOf(table);
  if (columns.source < 0 || columns.target < 0) return null;
  const ends = membersNamed(table, columns, reading);
  const said = columnAt(table, columns.type);
  const gephi = columns.type < 0 ? null : directionsOf(said.texts);
  if (gephi !== null && gephi.length !== 1) return null;
  if (gephi !== null) columns.type = -1;
  const types = gephi === null ? said : columnAt(table, -1);
  const waves = columnAt(table, columns.wave);
  const strength = columns.strength < 0 ? NO_STRENGTHS : strengthsOf(table, columns, types, reading);
  const time = timesOf(table, columns);
  if (ends === null || strength === null || time === null) return null;
  if (types.texts.some((type) => type.length > 60) || waves.texts.some((wave) => wave.length > 40)) return null;
  // One direction for all ties, unless another file said the opposite; mutual ties count both ways, row by row.
  if (gephi?.[0] === 'mutual' || (gephi !== null && reading.directed === (gephi[0] === 'undirected'))) return null;

  if (gephi !== null) settleDirection(table, reading, gephi);
  noteNegative(table, countNegative(strength), reading);
  const isStated = strength.some((one) => !Number.isNaN(one));
  noteUnusedColumns(table, columns, gephi !== null, reading);
  return {
    ...ends,
    type: distinct({ values: types.texts.map((type) => type || DEFAULT_TIE_TYPE), codes: types.codes }),
    wave: distinct({ values: waves.texts.map((wave) => wave || null), codes: waves.codes }),
    ...{ time, strength: isStated ? strength : null, occurrence: null },
  };
}

/** A column as texts and codes; one that is not there is blank in every row. */
function columnAt({ plain }: PlainTable, column: number): Column {
  if (column < 0) return { texts: [''], codes: plain.zeros };
  const { texts, codes } = plain.coded(column);
  return { texts, codes: codes[0]! };
}

function membersNamed(
  { plain }: PlainTable,
  { source, target }: TieColumns,
  reading: Reading,
): Pick<TieTable, 'ids' | 'from' | 'to'> | null {
  const { texts, codes } = plain.coded(source, target);
  const isKnown = knownMembers(reading);
  for (const id of texts) if (id === '' || id.length > ID_CHARACTERS || isKnown?.(id) === false) return null;
  return { ids: texts, from: codes[0]!, to: codes[1]! };
}

/** A strength in every row of a type, or in none of them. */
function strengthsOf(table: PlainTable, columns: TieColumns, types: Column, reading: Reading): Float64Array | null {
  const strengths = table.plain.numbers(columns.strength, (text) => readNumber(text, table.decimalComma));
  if (strengths === null) return null;
  if (reading.options.strengthsUsed === true && countNegative(strengths) > 0) return null;
  const stated = new Uint8Array(types.texts.length);
  const blank = new Uint8Array(types.texts.length);
  for (let row = 0; row < strengths.length; row++) {
    if (Number.isNaN(strengths[row]!)) blank[types.codes[row]!] = 1;
    else stated[types.codes[row]!] = 1;
  }
  return stated.some((isStated, type) => isStated === 1 && blank[type] === 1) ? null : strengths;
}

function countNegative(strengths: Float64Array): number {
  let negative = 0;
  for (let row = 0; row < strengths.length; row++) if (strengths[row]! < 0) negative++;
  return negative;
}

/** Times of one kind, or none. */
function timesOf(table: PlainTable, { time }: TieColumns): TieTable['time'] | null {
  const { texts, codes } = columnAt(table, time);
  const values: (ObservedTime | null)[] = [];
  for (const text of texts) {
    const value = text === '' ? null : readTime(text, table.decimalComma);
    if (value === null && text !== '') return null;
    values.push(value);
  }
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  return kinds.size > 1 ? null : distinct({ values, codes });
}
