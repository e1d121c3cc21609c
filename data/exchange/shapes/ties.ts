/**
 * A table of ties (edges.csv, a survey's answers, the edges of a graph): one row for each time that somebody names
 * somebody. Rows that are alike are kept and numbered; analysis collapses them and says how many there were.
 */
import type { ObservedTime } from '../../records/index.ts';
import { columnOf, type Field, spellingsOf } from '../columns.ts';
import { shown } from '../import-error.ts';
import type { Table, TableRow } from '../table.ts';
import { readNumber, readTime, WRITE_A_TIME } from '../values.ts';
import { checkId, checkOneKindOfTime, knownMembers, type Reading, shortEnough, unknownMember } from './reading.ts';

/** The type of ties where a file does not say one. */
export const DEFAULT_TIE_TYPE = 'tie';

export type TieColumns = Record<'source' | 'target' | 'type' | 'strength' | 'wave' | 'time', number>;

/** Which way ties go: Gephi's edge table says it in its Type column, GraphML and GEXF for the graph and for each edge. */
export type Direction = 'directed' | 'undirected' | 'mutual';

export function readTies(table: Table, reading: Reading, directions?: readonly Direction[]): void {
  const columns = tieColumns(table, reading);
  if (columns === null) return;
  const { problems, records } = reading;
  const gephi = directions ? null : gephiDirections(table, columns.type);
  if (gephi) columns.type = -1;
  const each = directions ?? gephi;
  const expand = each ? settleDirection(table, reading, each) : false;
  const isKnown = knownMembers(reading);
  const strengthsOf = strengthRule(table, columns, directions !== undefined, reading);
  const occurrences = new Map<string, number>();
  const times: { time: ObservedTime | null; line: number }[] = [];
  let negative = 0;

  table.rows.forEach((row, index) => {
    const at = (field: keyof TieColumns) => (columns[field] < 0 ? '' : row.cells[columns[field]]!);
    const name = (field: keyof TieColumns) => table.header[columns[field]]!;
    const before = problems.total;
    for (const end of ['source', 'target'] as const) {
      const id = at(end);
      if (
        checkId(id, table.file, row.line, name(end), 'a tie names two members', problems) &&
        isKnown?.(id) === false
      ) {
        problems.add(table.file, row.line, name(end), unknownMember(id));
      }
    }
    const type = at('type') || DEFAULT_TIE_TYPE;
    shortEnough(type, 60, table.file, row.line, name('type'), problems);
    const wave = at('wave') || null;
    shortEnough(wave ?? '', 40, table.file, row.line, name('wave'), problems);
    const strength = strengthsOf(row);
    const time = timeOf(table, row, columns.time, reading);
    if (problems.total > before) return;
    times.push({ time, line: row.line });
    if (strength !== null && strength < 0) negative += 1;
    const pairs =
      expand && each?.[index] === 'mutual'
        ? [['source', 'target'] as const, ['target', 'source'] as const]
        : [['source', 'target'] as const];
    for (const [first, second] of pairs) {
      const tie = { from: at(first), to: at(second), type, strength, wave, time };
      const key = JSON.stringify([tie.from, tie.to, type, wave, time]);
      const occurrence = occurrences.get(key) ?? 0;
      occurrences.set(key, occurrence + 1);
      records.ties.push({ ...tie, occurrence });
      if (at('source') === at('target')) break;
    }
  });
  if (columns.time >= 0) checkOneKindOfTime(times, table.file, table.header[columns.time]!, problems);
  noteNegative(table, negative, reading);
  noteUnusedColumns(table, columns, gephi !== null, reading);
}

/** Where each is; −1: nowhere. */
export function tieColumnsOf(table: Table): TieColumns {
  return {
    source: columnOf(table, 'source'),
    target: columnOf(table, 'target'),
    type: columnOf(table, 'type'),
    strength: columnOf(table, 'strength'),
    wave: columnOf(table, 'wave'),
    time: columnOf(table, 'time'),
  };
}

function tieColumns(table: Table, reading: Reading): TieColumns | null {
  const columns = tieColumnsOf(table);
  for (const [field, says] of [
    ['source', 'who names'],
    ['target', 'who is named'],
  ] as [Field & keyof TieColumns, string][]) {
    if (columns[field] >= 0) continue;
    const message = `has no column that says ${says}; name one ${field} (or ${spellingsOf(field)})`;
    reading.problems.add(table.file, table.headerLine, field, message);
  }
  return columns.source < 0 || columns.target < 0 ? null : columns;
}

/**
 * In a table a strength is given for all ties of a type or for none: a blank among filled ones would be a guess. In a
 * graph an edge without the attribute says that it has none.
 */
function strengthRule(
  table: Table,
  columns: TieColumns,
  mayBeAbsent: boolean,
  reading: Reading,
): (row: TableRow) => number | null {
  const column = columns.strength;
  if (column < 0) return () => null;
  const typeOf = (row: TableRow) => (columns.type < 0 ? '' : row.cells[columns.type]!);
  const weighted = new Set<string>();
  for (const row of table.rows) if (row.cells[column] !== '') weighted.add(typeOf(row));
  const header = table.header[column]!;
  return (row) => {
    const text = row.cells[column]!;
    if (text === '') {
      if (mayBeAbsent || !weighted.has(typeOf(row))) return null;
      const message = 'is blank while others are filled; write a number in every row, or in none';
      reading.problems.add(table.file, row.line, header, message);
      return null;
    }
    const strength = readNumber(text, table.decimalComma);
    if (strength === null) {
      const example = table.decimalComma ? '2 or 0,5' : '2 or 0.5';
      reading.problems.add(table.file, row.line, header, `is ${shown(text)}, which is not a number; write ${example}`);
    } else if (strength < 0 && reading.options.strengthsUsed) {
      const message = `is ${shown(text)}; where strengths are used none may be negative, so leave the tie out or measure without`;
      reading.problems.add(table.file, row.line, header, message);
    }
    return strength;
  };
}

function timeOf(table: Table, row: TableRow, column: number, reading: Reading): ObservedTime | null {
  const text = column < 0 ? '' : row.cells[column]!;
  if (text === '') return null;
  const time = readTime(text, table.decimalComma);
  if (time === null) {
    reading.problems.add(table.file, row.line, table.header[column]!, `is ${shown(text)}; ${WRITE_A_TIME}`);
  }
  return time;
}

export function noteNegative(table: Table, negative: number, reading: Reading): void {
  if (negative === 0) return;
  reading.notes.push(
    `${table.file}: ${negative === 1 ? '1 tie has' : `${negative} ties have`} a negative strength; measures that use strengths refuse them`,
  );
}

function gephiDirections(table: Table, typeColumn: number): Direction[] | null {
  if (typeColumn < 0 || table.rows.length === 0) return null;
  return directionsOf(table.rows.map((row) => row.cells[typeColumn]!));
}

/** Null where one of the words is no direction, so that the column says what type ties are of. */
export function directionsOf(words: readonly string[]): Direction[] | null {
  const small = words.map((word) => word.toLowerCase());
  return small.every((word) => word === 'directed' || word === 'undirected' || word === 'mutual')
    ? (small as Direction[])
    : null;
}

/**
 * All directed or all undirected: said for the whole source. A mutual tie is two directed ones. A network of both kinds
 * is refused: whether an undirected tie means "both name each other" or "nobody asked who names whom" only its maker knows.
 * Gives whether there are mutual ties, which count both ways.
 */
export function settleDirection(table: Table, reading: Reading, each: readonly Direction[]): boolean {
  if (each.length === 0) return false;
  const directed = each[0] !== 'undirected';
  const odd = each.findIndex((direction) => (direction !== 'undirected') !== directed);
  if (odd >= 0) {
    const mixed = directed ? 'has no direction among ties that have one' : 'has a direction among ties that have none';
    const message = `${mixed}; write an undirected tie among directed ones as two, one each way, or give all ties one kind`;
    reading.problems.add(table.file, table.rows[odd]!.line, null, message);
    return false;
  }
  if (reading.directed !== undefined && reading.directed !== directed) {
    const message = 'is of the other kind (directed or not) than a file before it; import them one by one';
    reading.problems.add(table.file, null, null, message);
  }
  reading.directed = directed;
  const mutual = each.filter((direction) => direction === 'mutual').length;
  const ties = mutual === 1 ? '1 mutual tie counts' : `${mutual} mutual ties count`;
  if (mutual > 0) reading.notes.push(`${table.file}: ${ties} both ways`);
  return mutual > 0;
}

export function noteUnusedColumns(table: Table, columns: TieColumns, typeIsUsed: boolean, reading: Reading): void {
  const used = new Set<number>(Object.values(columns));
  const unused = table.header.filter(
    (_, index) => !used.has(index) && !(typeIsUsed && index === columnOf(table, 'type')),
  );
  if (unused.length > 0) {
    reading.notes.push(
      `${table.file}: not kept, because a tie has a type, strength, wave and time only: column ${unused.join(', ')}`,
    );
  }
}
