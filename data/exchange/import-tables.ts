/**
 * Tables → records. Decides which shape each table has (by its name, else by its columns), then reads them in the
 * order in which they lean on each other: members first, then what names members. All or nothing.
 */
import { columnOf, memberColumnOf } from './columns.ts';
import type { Problems } from './import-error.ts';
import type { ImportOptions, ImportResult, MeasurableResult } from './import-result.ts';
import { isPlain } from './plain-csv.ts';
import { readAdoptions } from './shapes/adoptions.ts';
import { isContributions, isWaves, readContributions, readWaves } from './shapes/kept-records.ts';
import { readMembers } from './shapes/members.ts';
import type { Reading } from './shapes/reading.ts';
import { isRoster, readResponses, rosterColumns } from './shapes/responses.ts';
import { readTieColumns } from './shapes/tie-columns.ts';
import { type Direction, readTies } from './shapes/ties.ts';
import type { Table } from './table.ts';

export type Shape = 'members' | 'ties' | 'adoptions' | 'waves' | 'responses' | 'contributions';

/** A table, with what formats that are graphs say besides: its shape, and the direction of each of its ties. */
export interface SourceTable {
  table: Table;
  shape?: Shape;
  directions?: readonly Direction[];
}

/** Names of files and sheets, as their beginnings: edges.csv, edges-2026.csv, "Edges". */
const NAMES: readonly (readonly [RegExp, Shape])[] = [
  [/^(?:nodes?|members?|people|persons?|participants?|actors?|vertices|mitglieder|membres|miembros)\b/, 'members'],
  [/^(?:edges?|ties?|links?|arcs?|relations?|answers?|nominations?)\b/, 'ties'],
  [/^(?:adoptions?|diffusion|adopters?)\b/, 'adoptions'],
  [/^(?:roster|responses?|respondents?)\b/, 'responses'],
  [/^waves?\b/, 'waves'],
  [/^contributions?\b/, 'contributions'],
];

/** What a file's or sheet's name says that it holds; null where it says nothing. */
export function shapeOfName(name: string): Shape | null {
  const plain = name.toLowerCase().replace(/_/g, ' ').trim();
  return NAMES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** What a table holds, by its name, else by its columns; null where neither says. */
export function shapeOf(table: Table): Shape | null {
  return shapeOfName(table.name) ?? shapeOfColumns(table);
}

function shapeOfColumns(table: Table): Shape | null {
  if (isWaves(table)) return 'waves';
  if (isContributions(table)) return 'contributions';
  if (columnOf(table, 'source') >= 0 && columnOf(table, 'target') >= 0) return 'ties';
  if (memberColumnOf(table) < 0) return null;
  if (isRoster(table)) return 'responses';
  return columnOf(table, 'censored') >= 0 ? 'adoptions' : 'members';
}

/**
 * Reads all tables of one source.
 * @throws ImportError with every problem of every table.
 */
export function importTables(
  sources: readonly SourceTable[],
  options: ImportOptions,
  problems: Problems,
): Omit<ImportResult, 'files'> {
  const { reading, membersInferred } = readTables(sources, options, problems, false);
  const { records, people, directed, notes } = reading;
  return { ok: true, records, membersInferred, people, directed, notes };
}

/** The same for measuring: ties stay in columns where a plain table holds all of them. @throws ImportError */
export function measureTables(
  sources: readonly SourceTable[],
  options: ImportOptions,
  problems: Problems,
): MeasurableResult {
  const { reading, membersInferred } = readTables(sources, options, problems, true);
  const { people, directed, notes } = reading;
  const records = { ...reading.records, ties: reading.tieTable ?? reading.records.ties };
  return { ok: true, records, membersInferred, people, directed, notes };
}

function readTables(
  sources: readonly SourceTable[],
  options: ImportOptions,
  problems: Problems,
  inColumns: boolean,
): { reading: Reading; membersInferred: boolean } {
  const reading: Reading = {
    options,
    problems,
    notes: [],
    records: { members: [], ties: [], adoptions: [], waves: [], responses: [], contributions: [] },
    tieTable: null,
    people: [],
    memberPlaces: new Map(),
    membersComplete: true,
    directed: undefined,
  };
  const shaped = new Map<Shape, SourceTable[]>();
  for (const source of sources) {
    const shape = source.shape ?? shapeOf(source.table);
    if (shape === null) {
      const message =
        'has a header that cannot be recognised; members need a column id, ties source and target, adoptions id and time';
      problems.add(source.table.file, source.table.headerLine, null, message);
    } else {
      shaped.set(shape, [...(shaped.get(shape) ?? []), source]);
    }
  }
  const tablesOf = (shape: Shape) => shaped.get(shape) ?? [];
  for (const { table } of tablesOf('members')) readMembers(table, reading);
  const membersGiven = tablesOf('members').length > 0;
  if (!membersGiven && options.knownMembers === undefined) {
    for (const { table } of tablesOf('responses')) readMembersOfRoster(table, reading);
  }
  // Where rows of members were left out as broken, many ties would name somebody unknown: one problem is enough.
  reading.membersComplete = membersGiven
    ? tablesOf('members').every(({ table }) => !table.rowsLeftOut)
    : problems.total === 0;
  const tieTables = tablesOf('ties');
  for (const { table, directions } of tieTables) {
    if (inColumns && tieTables.length === 1 && isPlain(table)) reading.tieTable = readTieColumns(table, reading);
    if (reading.tieTable === null) readTies(table, reading, directions);
  }
  const asked = ASK_WHO_BELONGS.some((shape) => tablesOf(shape).length > 0);
  const membersInferred = !membersGiven && inferMembers(reading, asked);
  for (const { table } of tablesOf('adoptions')) readAdoptions(table, reading);
  for (const { table } of tablesOf('waves')) readWaves(table, reading);
  for (const { table } of tablesOf('responses')) readResponses(table, reading);
  for (const { table } of tablesOf('contributions')) readContributions(table, reading);
  problems.throwIfAny();
  return { reading, membersInferred };
}

/** A roster may be all that says who the members are, unless a network knows; each is read from their first row. */
function readMembersOfRoster(table: Table, reading: Reading): void {
  const idColumn = memberColumnOf(table);
  if (idColumn < 0) return;
  const asking = new Set<number>(Object.values(rosterColumns(table)));
  const kept = table.header.flatMap((_, index) => (asking.has(index) ? [] : [index]));
  const seen = new Set<string>();
  const rows = table.rows.filter((row) => {
    const id = row.cells[idColumn]!;
    if (id === '' || seen.has(id) || reading.memberPlaces.has(id)) return false;
    seen.add(id);
    return true;
  });
  readMembers(
    {
      ...table,
      header: kept.map((index) => table.header[index]!),
      rows: rows.map((row) => ({ line: row.line, cells: kept.map((index) => row.cells[index]!) })),
    },
    reading,
  );
}

/** Shapes that are read after members have been inferred, and may name nobody else. */
const ASK_WHO_BELONGS: readonly Shape[] = ['adoptions', 'waves', 'responses', 'contributions'];

/**
 * Where no file lists members, they are those whom ties name, besides a roster's. A network that has members already
 * gets none this way: they would overwrite what is known of them. `asked`: who they are is looked up afterwards.
 */
function inferMembers(reading: Reading, asked: boolean): boolean {
  const { records, tieTable, memberPlaces, options } = reading;
  if (options.knownMembers !== undefined) return false;
  // A table of ties has everybody once.
  const named = tieTable?.ids ?? [...new Set(records.ties.flatMap((tie) => [tie.from, tie.to]))];
  const declared = memberPlaces.size > 0;
  for (const id of inOrder(named)) {
    if (declared && memberPlaces.has(id)) continue;
    if (asked) memberPlaces.set(id, 'a tie');
    records.members.push({ member: id, status: 'active', hub: false, attributes: {} });
  }
  return records.members.length > 0;
}

/** Ids of a plain table come in order; without a comparison sort goes by code unit, and so does a < b. */
function inOrder(ids: readonly string[]): readonly string[] {
  for (let at = 1; at < ids.length; at++) if (ids[at - 1]! > ids[at]!) return [...ids].sort();
  return ids;
}
