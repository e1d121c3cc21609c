/**
 * A survey's roster: who was asked in which wave, and who answered. Who was asked and did not answer is kept, because
 * their ties are unknown, not absent.
 *
 * Read are: `status` (asked, answered, refused, no-answer), or `asked` and `answered` as yes/no or as dates. When a wave
 * was open is read from `opens` and `closes`, else from those dates; where neither is there, no wave is recorded.
 */
import { type NetworkRecords, tieTableOf } from '../../records/index.ts';
import { columnOf, memberColumnOf, spellingsOf } from '../columns.ts';
import { shown } from '../import-error.ts';
import type { Table, TableRow } from '../table.ts';
import { readTime, readYesNo, WRITE_A_TIME } from '../values.ts';
import { checkId, knownMembers, type Reading, shortEnough, unknownMember } from './reading.ts';

type Status = NetworkRecords['responses'][number]['status'];

/** The wave where a roster tells of one only and does not name it. */
export const DEFAULT_WAVE = '1';

const STATUS_WORDS = new Map<string, Status>([
  ['asked', 'asked'],
  ['invited', 'asked'],
  ['open', 'asked'],
  ['answered', 'answered'],
  ['responded', 'answered'],
  ['completed', 'answered'],
  ['complete', 'answered'],
  ['yes', 'answered'],
  ['refused', 'refused'],
  ['declined', 'refused'],
  ['no-answer', 'no-answer'],
  ['no answer', 'no-answer'],
  ['none', 'no-answer'],
  ['no', 'no-answer'],
]);

/** How a column of the roster that other members' tables do not have is told: by any of these. */
export function isRoster(table: Table): boolean {
  return columnOf(table, 'answered') >= 0 || columnOf(table, 'asked') >= 0;
}

const ROSTER_FIELDS = ['wave', 'status', 'asked', 'answered', 'opens', 'closes'] as const;
type RosterColumns = Record<(typeof ROSTER_FIELDS)[number], number>;

export function readResponses(table: Table, reading: Reading): void {
  const { problems, records } = reading;
  const idColumn = memberColumnOf(table);
  const columns = rosterColumns(table);
  if (idColumn < 0) {
    problems.add(
      table.file,
      table.headerLine,
      'id',
      `has no column that says who; name one id (or ${spellingsOf('id')})`,
    );
    return;
  }
  if (columns.status < 0 && columns.asked < 0 && columns.answered < 0) {
    const message = 'has no column that says who answered; name one status, or asked and answered';
    problems.add(table.file, table.headerLine, 'answered', message);
    return;
  }
  if (columns.wave < 0) reading.notes.push(`${table.file}: names no wave; it is taken as wave ${DEFAULT_WAVE}`);
  const isKnown = knownMembers(reading);
  const seen = new Map<string, number>();
  const spans = new Map<string, { opens: string[]; closes: string[] }>();

  for (const row of table.rows) {
    const before = problems.total;
    const id = row.cells[idColumn]!;
    const idHeader = table.header[idColumn]!;
    if (checkId(id, table.file, row.line, idHeader, 'an answer is somebody’s', problems) && isKnown?.(id) === false) {
      problems.add(table.file, row.line, idHeader, unknownMember(id));
    }
    const wave = cellAt(row, columns.wave) || DEFAULT_WAVE;
    shortEnough(wave, 40, table.file, row.line, table.header[columns.wave]!, problems);
    const key = JSON.stringify([wave, id]);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row.line);
    else problems.add(table.file, row.line, idHeader, `has the same member and wave as line ${earlier}; keep one`);
    const span = spans.get(wave) ?? { opens: [], closes: [] };
    spans.set(wave, span);
    const status = statusOf(table, row, columns, span, reading);
    if (problems.total > before || status === null) continue;
    records.responses.push({ wave, member: id, status });
  }
  recordWaves(spans, reading);
}

/** The columns of a roster that say nothing about the member but about the asking. */
export function rosterColumns(table: Table): RosterColumns {
  return Object.fromEntries(ROSTER_FIELDS.map((field) => [field, columnOf(table, field)])) as RosterColumns;
}

/** What the row says; null where the member was not asked. Dates found on the way widen the wave's span. */
function statusOf(
  table: Table,
  row: TableRow,
  columns: RosterColumns,
  span: { opens: string[]; closes: string[] },
  reading: Reading,
): Status | null {
  const refuse = (column: number, message: string) => {
    reading.problems.add(table.file, row.line, table.header[column]!, message);
    return null;
  };
  for (const [field, instants] of [
    ['opens', span.opens],
    ['closes', span.closes],
  ] as const) {
    const text = cellAt(row, columns[field]);
    if (text === '') continue;
    const instant = instantOf(text);
    if (instant === null) return refuse(columns[field], `is ${shown(text)}; write a date as 2026-02-28`);
    instants.push(instant);
  }
  const word = cellAt(row, columns.status).toLowerCase();
  if (columns.status >= 0 && columns.asked < 0 && columns.answered < 0) {
    const status = word === '' ? 'asked' : STATUS_WORDS.get(word);
    return status ?? refuse(columns.status, 'is not known; write asked, answered, refused or no-answer');
  }
  const marks: Partial<Record<'asked' | 'answered', boolean>> = {};
  for (const [field, instants, column] of [
    ['asked', span.opens, columns.asked],
    ['answered', span.closes, columns.answered],
  ] as const) {
    if (column < 0) continue;
    const text = cellAt(row, column);
    const mark = readYesNo(text);
    const instant = mark === null ? instantOf(text) : null;
    if (mark === null && instant === null) return refuse(column, `is neither yes, no nor a date; ${WRITE_A_TIME}`);
    if (instant !== null && columns[field === 'asked' ? 'opens' : 'closes'] < 0) instants.push(instant);
    marks[field] = mark ?? true;
  }
  if (marks.answered) return 'answered';
  if (marks.asked === false) return null;
  return STATUS_WORDS.get(word) === 'refused' ? 'refused' : columns.answered < 0 ? 'asked' : 'no-answer';
}

/** A wave is recorded where the roster says when it was open and ties say what it asked for. */
function recordWaves(spans: Map<string, { opens: string[]; closes: string[] }>, reading: Reading): void {
  const { waves } = reading.records;
  for (const [wave, span] of spans) {
    if (waves.some((declared) => declared.wave === wave)) continue;
    const opens = [...span.opens].sort(byCodePoint)[0];
    const closes = [...span.closes].sort(byCodePoint).at(-1);
    if (opens === undefined || closes === undefined) {
      reading.notes.push(`wave ${wave}: no file says when it opened and closed (columns opens and closes)`);
      continue;
    }
    const types = typesAskedIn(wave, reading);
    if (types.length > 0) waves.push({ wave, types, opens, closes });
    else reading.notes.push(`wave ${wave}: no tie says what it asked for; import its answers with the roster`);
  }
}

function typesAskedIn(wave: string, { records, tieTable }: Reading): string[] {
  const table = tieTable ?? tieTableOf(records.ties);
  const ofWave = new Set<number>();
  const code = table.wave.values.indexOf(wave);
  for (const [row, type] of table.type.codes.entries()) if (table.wave.codes[row] === code) ofWave.add(type);
  const types = ofWave.size > 0 ? [...ofWave].map((type) => table.type.values[type]!) : [...table.type.values];
  return types.sort(byCodePoint);
}

function instantOf(text: string): string | null {
  const time = readTime(text, false);
  if (typeof time !== 'string') return null;
  return new Date(/T/.test(time) ? `${time.replace(/Z$/, '')}Z` : `${time}T00:00:00Z`).toISOString();
}

function cellAt(row: TableRow, column: number): string {
  return column < 0 ? '' : row.cells[column]!;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
