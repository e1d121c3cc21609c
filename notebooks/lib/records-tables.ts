/** What a network's facts say, as tables: members, ties, adoptions, waves, groups. People by id. */
import { MISSING_GROUP } from '../../analysis/graph/groups.ts';
import { waveNames } from '../../analysis/graph/select.ts';
import { protectCounts } from '../../analysis/suppression.ts';
import type { AttributeValue, NetworkRecords } from '../../data/records/index.ts';
import type { Person } from './source/source.ts';
import type { CellValue } from './table/cells.ts';
import { reasonColumn } from './table/shown.ts';
import { type Row, Table, type TableWords } from './table/table.ts';

export function membersTable({ members }: NetworkRecords): Table {
  const attributes = attributeNames(members);
  const rows = byId(members, 'member').map((body): Row => {
    const own = attributes.map((name) => [columnOf(name), attributeOf(body.attributes, name)] as const);
    return { member: body.member, status: body.status, hub: body.hub, ...Object.fromEntries(own) };
  });
  return tableOf(['member', 'status', 'hub', ...attributes.map(columnOf)], rows, {
    caption: 'Members',
    notes: [`${rows.length} people, of whom ${rows.filter(({ status }) => status === 'active').length} take part`],
  });
}

export function tiesTable({ ties }: NetworkRecords): Table {
  const rows = ties.map(({ from, to, type, strength, wave, time }): Row => ({ from, to, type, strength, wave, time }));
  return tableOf(['from', 'to', 'type', 'strength', 'wave', 'time'], rows, {
    caption: 'Ties, as they were stated: from names to',
    notes: [`${rows.length} rows; practice runs from whom one names to the one who names`],
  });
}

export function adoptionsTable({ adoptions }: NetworkRecords): Table {
  const rows = adoptions.map(
    ({ member, practice, time, censored }): Row => ({ member, practice, time, adopted: !censored && time !== null }),
  );
  return tableOf(['member', 'practice', 'time', 'adopted'], rows, {
    caption: 'Adoptions',
    notes: ['Not adopted: not by the time that stands there; nobody knows of later'],
  });
}

export function wavesTable(records: NetworkRecords): Table {
  const about = new Map(records.waves.map((body) => [body.wave, body]));
  const rows = waveNames(records).map((wave): Row => {
    const asked = records.responses.filter((body) => body.wave === wave);
    const answered = asked.filter(({ status }) => status === 'answered').length;
    const body = about.get(wave);
    return {
      wave,
      types: body?.types.join(', ') ?? null,
      opens: body?.opens.slice(0, 10) ?? null,
      closes: body?.closes.slice(0, 10) ?? null,
      asked: asked.length === 0 ? null : asked.length,
      answered: asked.length === 0 ? null : answered,
      response: asked.length === 0 ? null : answered / asked.length,
      [reasonColumn('response')]: asked.length === 0 ? 'no record of whom it asked' : null,
      ties: records.ties.filter((tie) => tie.wave === wave).length,
    };
  });
  const columns = [
    'wave',
    'types',
    'opens',
    'closes',
    'asked',
    'answered',
    'response',
    reasonColumn('response'),
    'ties',
  ];
  return tableOf(columns, rows, { caption: 'Survey waves', formats: { response: 'share' } });
}

/** Beyond so many values that differ an attribute names people rather than groups. */
const MOST_GROUPS_SHARE = 0.5;

export function groupsTable({ members }: NetworkRecords, smallest: number): Table {
  const active = members.filter(({ status }) => status === 'active');
  const rows = attributeNames(active).flatMap((attribute): Row[] => {
    const sizes = new Map<string, number>();
    for (const { attributes } of active) {
      const value = attributeOf(attributes, attribute);
      const group = value === null || value === '' ? MISSING_GROUP : String(value);
      sizes.set(group, (sizes.get(group) ?? 0) + 1);
    }
    if (sizes.size > Math.max(2, active.length * MOST_GROUPS_SHARE)) return [];
    const names = [...sizes.keys()].sort();
    const protection = protectCounts(
      names.map((name) => sizes.get(name)!),
      { smallest, atLeast: 1 },
    );
    const why = {
      shown: null,
      fewer: `fewer than ${smallest} members`,
      withheld: 'withheld, to protect a smaller group',
    };
    return names.map((group, at) => ({
      attribute,
      group,
      members: protection[at] === 'shown' ? sizes.get(group)! : null,
      [reasonColumn('members')]: why[protection[at]!],
    }));
  });
  return tableOf(['attribute', 'group', 'members', reasonColumn('members')], rows, {
    caption: 'Attributes that group members',
    notes: [`${active.length} members take part; groups of fewer than ${smallest} are not shown`],
  });
}

export function peopleTable(people: readonly Person[]): Table {
  const rows = people.map(({ id, name, email }): Row => ({ member: id, name, email }));
  return tableOf(['member', 'name', 'email'], rows, {
    caption: 'People',
    notes: ['Names: clear this output before anybody else gets the notebook'],
  });
}

export function tableOf(columns: readonly string[], rows: readonly Row[], words: TableWords): Table {
  return new Table(
    Object.fromEntries(columns.map((name) => [name, rows.map((row): CellValue => row[name] ?? null)])),
    words,
  );
}

function attributeNames(members: NetworkRecords['members']): string[] {
  return [...new Set(members.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
}

/** Own attributes only: a member without an attribute called constructor has none. */
function attributeOf(attributes: Record<string, AttributeValue>, name: string): AttributeValue {
  return Object.hasOwn(attributes, name) ? attributes[name]! : null;
}

/** An attribute that is called like a column of ours stands beside it. */
function columnOf(attribute: string): string {
  return ['member', 'status', 'hub'].includes(attribute) ? `${attribute} (attribute)` : attribute;
}

function byId<Name extends string, Body extends Record<Name, string>>(bodies: readonly Body[], name: Name): Body[] {
  return [...bodies].sort((a, b) => (a[name] < b[name] ? -1 : a[name] > b[name] ? 1 : 0));
}
