/**
 * A table of members (nodes.csv, members.csv, a sheet, the nodes of a graph): one row each, with attributes for
 * aggregates and personal details apart.
 */
import type { Attributes, NetworkRecords } from '../../records/index.ts';
import { type ColumnUse, useOfColumn } from '../attributes.ts';
import { columnOf, memberColumnOf, spellingsOf } from '../columns.ts';
import type { ImportedPerson } from '../import-result.ts';
import type { Table, TableRow } from '../table.ts';
import { readYesNo } from '../values.ts';
import { checkId, type Reading } from './reading.ts';

type Member = NetworkRecords['members'][number];

const STATUSES: readonly string[] = ['invited', 'active', 'declined', 'left'];

export function readMembers(table: Table, reading: Reading): void {
  const idColumn = memberColumnOf(table);
  if (idColumn < 0) {
    const message = `has no column that says who; name one id (or ${spellingsOf('id')})`;
    reading.problems.add(table.file, table.headerLine, null, message);
    return;
  }
  const statusColumn = columnIfAll(table, columnOf(table, 'status'), (cell) => STATUSES.includes(cell.toLowerCase()));
  const hubColumn = columnIfAll(table, columnOf(table, 'hub'), (cell) => readYesNo(cell) !== null);
  const uses = new Map<number, ColumnUse>();
  table.header.forEach((_, index) => {
    if (index !== idColumn && index !== statusColumn && index !== hubColumn) {
      uses.set(index, useOfColumn(table, index, reading.options.attributes ?? []));
    }
  });
  for (const use of uses.values()) {
    if (use.kind === 'personal') {
      reading.notes.push(
        `${table.file}: column ${use.header} is kept with the people, not as an attribute, because ${use.why}`,
      );
    }
  }
  for (const row of table.rows) {
    const id = row.cells[idColumn]!;
    if (!checkId(id, table.file, row.line, table.header[idColumn]!, 'a member needs an id', reading.problems)) continue;
    const before = reading.memberPlaces.get(id);
    if (before !== undefined) {
      const message = `is already a member in ${before}; keep one row for each member`;
      reading.problems.add(table.file, row.line, table.header[idColumn]!, message);
      continue;
    }
    reading.memberPlaces.set(id, `${table.file} line ${row.line}`);
    const status = statusColumn < 0 ? '' : row.cells[statusColumn]!.toLowerCase();
    reading.records.members.push({
      member: id,
      status: status === '' ? 'active' : (status as Member['status']),
      hub: hubColumn >= 0 && readYesNo(row.cells[hubColumn]!) === true,
      attributes: attributesOf(row, uses),
    });
    const person = personOf(id, row, uses);
    if (person) reading.people.push(person);
  }
}

/** A column called status (or hub) that holds something else, such as a job's status, is an ordinary attribute. */
function columnIfAll(table: Table, index: number, fits: (cell: string) => boolean): number {
  return index >= 0 && table.rows.every((row) => row.cells[index] === '' || fits(row.cells[index]!)) ? index : -1;
}

function attributesOf(row: TableRow, uses: Map<number, ColumnUse>): Attributes {
  const entries: [string, Attributes[string]][] = [];
  for (const [index, use] of uses) {
    const cell = row.cells[index]!;
    if (use.kind === 'attribute' && cell !== '') entries.push([use.name, use.read(cell)]);
  }
  return Object.fromEntries(entries);
}

function personOf(ref: string, row: TableRow, uses: Map<number, ColumnUse>): ImportedPerson | null {
  const details = new Map<string, string>();
  const other: [string, string][] = [];
  for (const [index, use] of uses) {
    const cell = row.cells[index]!;
    if (use.kind !== 'personal' || cell === '') continue;
    if (use.field === 'other' || details.has(use.field)) other.push([use.header, cell]);
    else details.set(use.field, cell);
  }
  const given = [details.get('firstName'), details.get('lastName')].filter((part) => part !== undefined).join(' ');
  const name = details.get('name') ?? (given === '' ? undefined : given);
  const person: ImportedPerson = { ref };
  if (name !== undefined && name !== ref) person.name = name;
  if (details.has('email')) person.email = details.get('email')!;
  if (details.has('accessNeeds')) person.accessNeeds = details.get('accessNeeds')!;
  if (other.length > 0) person.other = Object.fromEntries(other);
  return Object.keys(person).length > 1 ? person : null;
}
