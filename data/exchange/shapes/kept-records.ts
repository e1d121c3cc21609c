/**
 * Tables that only an export of Weft writes: waves.csv and contributions.csv, with the columns of their kinds of
 * record. The kind's schema checks each row; ids of other systems are let through, as in every other table.
 */
import { KINDS, type Kind, type NetworkRecords } from '../../records/index.ts';
import { plainName } from '../columns.ts';
import type { Table } from '../table.ts';
import { readNumber } from '../values.ts';
import { checkId, knownMembers, type Reading, unknownMember } from './reading.ts';

export function isWaves(table: Table): boolean {
  return hasColumns(table, KINDS.wave.columns);
}

export function isContributions(table: Table): boolean {
  return hasColumns(table, KINDS.contribution.columns);
}

export function readWaves(table: Table, reading: Reading): void {
  for (const { body } of readBodies(table, 'wave', reading)) {
    reading.records.waves.push(body as NetworkRecords['waves'][number]);
  }
}

export function readContributions(table: Table, reading: Reading): void {
  const isKnown = knownMembers(reading);
  for (const { body, line } of readBodies(table, 'contribution', reading)) {
    const contribution = body as NetworkRecords['contributions'][number];
    for (const field of ['member', 'helped'] as const) {
      const id = contribution[field];
      if (id === null) continue;
      if (isKnown?.(id) === false) reading.problems.add(table.file, line, field, unknownMember(id));
    }
    reading.records.contributions.push(contribution);
  }
}

function hasColumns(table: Table, columns: readonly string[]): boolean {
  const names = new Set(table.header.map(plainName));
  return columns.every((column) => names.has(plainName(column)));
}

/** Ids stand in for one that the schema knows, because ids of other systems need not look like ours. */
const ID_FIELDS: readonly string[] = ['member', 'helped'];
const STAND_IN = 'p01';

function readBodies(table: Table, kind: Kind & ('wave' | 'contribution'), reading: Reading) {
  const { columns, schema } = KINDS[kind];
  const indexes = columns.map((column) => table.header.findIndex((header) => plainName(header) === plainName(column)));
  const bodies: { body: Record<string, unknown>; line: number }[] = [];
  for (const row of table.rows) {
    const entries = columns.map((column, at): [string, unknown] => {
      const cell = indexes[at]! < 0 ? '' : row.cells[indexes[at]!]!;
      return [column, fieldValue(column, cell)];
    });
    const body = Object.fromEntries(entries);
    const checked = Object.fromEntries(
      entries.map(([column, value]) => [column, ID_FIELDS.includes(column) && value !== null ? STAND_IN : value]),
    );
    const result = schema.safeParse(checked);
    for (const issue of result.error?.issues ?? []) {
      reading.problems.add(table.file, row.line, String(issue.path[0] ?? kind), issue.message);
    }
    const { member } = body;
    if (typeof member === 'string')
      checkId(member, table.file, row.line, 'member', 'say whose it is', reading.problems);
    if (result.success) bodies.push({ body, line: row.line });
  }
  return bodies;
}

function fieldValue(column: string, cell: string): unknown {
  if (column === 'types') return splitTypes(cell);
  if (column === 'cycle') return readNumber(cell, false) ?? cell;
  return cell === '' ? null : cell;
}

/** Several types in one cell: joined by |, which stands escaped where it is part of a type. */
export function joinTypes(types: readonly string[]): string {
  return types.map((type) => type.replaceAll('%', '%25').replaceAll('|', '%7C')).join('|');
}

function splitTypes(cell: string): string[] {
  return cell.split('|').flatMap((type) => {
    const plain = type.trim().replaceAll('%7C', '|').replaceAll('%25', '%');
    return plain === '' ? [] : [plain];
  });
}
