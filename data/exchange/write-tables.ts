/**
 * Records → tables, as the readers of the shapes read them: what is written here and read again gives the same records.
 * Columns that say nothing (no strengths, no waves) are left out.
 */
import type { AttributeValue, NetworkRecords } from '../records/index.ts';
import { whyPersonal } from './attributes.ts';
import { ATTRIBUTE_PREFIX, isReservedHeader } from './columns.ts';
import { type CsvCell, writeCsvTable } from './csv.ts';
import { joinTypes } from './shapes/kept-records.ts';

export interface WrittenTable {
  header: string[];
  rows: CsvCell[][];
}

/** File name → text: nodes.csv and edges.csv always, the others where there is something to say. */
export function writeCsv(records: NetworkRecords): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, { header, rows }] of tablesOf(records)) files.set(`${name}.csv`, writeCsvTable(header, rows));
  return files;
}

export function tablesOf(records: NetworkRecords): Map<string, WrittenTable> {
  const tables = new Map<string, WrittenTable>();
  tables.set('nodes', memberTable(records.members));
  // A strength is given for all ties of a type in a file or for none, so those without one get a file of their own.
  const partly = typesWithStrengthInPart(records.ties);
  const apart = records.ties.filter((tie) => tie.strength === null && partly.has(tie.type));
  tables.set('edges', tieTable(apart.length === 0 ? records.ties : records.ties.filter((tie) => !apart.includes(tie))));
  if (apart.length > 0) tables.set('edges-without-strength', tieTable(apart));
  const { adoptions, waves, responses, contributions } = records;
  if (adoptions.length > 0) {
    tables.set('adoptions', {
      header: ['id', 'practice', 'time', 'censored'],
      rows: adoptions.map(({ member, practice, time, censored }) => [member, practice, time, censored ? 1 : 0]),
    });
  }
  if (waves.length > 0) {
    tables.set('waves', {
      header: ['wave', 'types', 'opens', 'closes'],
      rows: waves.map(({ wave, types, opens, closes }) => [wave, joinTypes(types), opens, closes]),
    });
  }
  if (responses.length > 0) {
    tables.set('responses', {
      header: ['wave', 'id', 'status'],
      rows: responses.map(({ wave, member, status }) => [wave, member, status]),
    });
  }
  if (contributions.length > 0) {
    tables.set('contributions', {
      header: ['contribution', 'cycle', 'stage', 'member', 'helped', 'text'],
      rows: contributions.map((one) => [one.contribution, one.cycle, one.stage, one.member, one.helped, one.text]),
    });
  }
  return tables;
}

export function memberTable(members: NetworkRecords['members']): WrittenTable {
  const names = [...new Set(members.flatMap((member) => Object.keys(member.attributes)))];
  const values = (name: string) => members.map((member) => attributeOf(member, name));
  const withStatus = members.some((member) => member.status !== 'active');
  const withHub = members.some((member) => member.hub);
  const own = ['id', ...(withStatus ? ['status'] : []), ...(withHub ? ['hub'] : [])];
  return {
    header: [...own, ...attributeHeaders(names, values)],
    rows: members.map((member) => [
      member.member,
      ...(withStatus ? [member.status] : []),
      ...(withHub ? [member.hub ? 1 : 0] : []),
      ...names.map((name) => attributeOf(member, name)),
    ]),
  };
}

export function tieTable(ties: NetworkRecords['ties']): WrittenTable {
  const optional = (['strength', 'wave', 'time'] as const).filter((field) => ties.some((tie) => tie[field] !== null));
  return {
    header: ['source', 'target', 'type', ...optional.map((field) => (field === 'strength' ? 'weight' : field))],
    rows: ties.map((tie) => [tie.from, tie.to, tie.type, ...optional.map((field) => tie[field])]),
  };
}

function typesWithStrengthInPart(ties: NetworkRecords['ties']): ReadonlySet<string> {
  const none = new Set(ties.filter((tie) => tie.strength === null).map((tie) => tie.type));
  return new Set(ties.filter((tie) => tie.strength !== null && none.has(tie.type)).map((tie) => tie.type));
}

/** Own attributes only: a member without an attribute called constructor has none, not the one of all objects. */
function attributeOf(member: NetworkRecords['members'][number], name: string): AttributeValue {
  return Object.hasOwn(member.attributes, name) ? member.attributes[name]! : null;
}

/** A name that would be read as something else than an attribute is written behind a prefix. */
function attributeHeaders(names: readonly string[], values: (name: string) => AttributeValue[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const texts = values(name).flatMap((value) => (value === null ? [] : [String(value)]));
    const plain = name.toLowerCase();
    const misread = isReservedHeader(name) || taken.has(plain) || whyPersonal(name, texts, false) !== null;
    taken.add(plain);
    return misread ? ATTRIBUTE_PREFIX + name : name;
  });
}
