/**
 * Who gives and who receives: help that contributions say they gave, by organisation, and how many members do both. Null
 * while no help is recorded. Nobody is named, and organisations with few members stand together.
 */
import { byCodePoint } from '../../code-point.ts';
import { MISSING_GROUP } from '../../graph/groups.ts';
import { protectCounts, protectGroups } from '../../suppression.ts';
import type { Cell, Section, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { list, many, plural } from '../words.ts';
import { section } from './section.ts';

/** By organisation where that is known, because people are paid and spared by theirs; else as silos are looked for. */
const PREFERRED = 'organisation';
/** Below so many acts of help a balance says nothing. */
const LEAST_ACTS = 10;
/** Gives (or receives) three times as much as it receives (gives). */
const IMBALANCE = 0.5;

export function giveAndTake(scene: Scene): Section | null {
  const active = new Set(scene.members);
  const help = scene.input.records.contributions.flatMap(({ member, helped }) =>
    helped !== null && helped !== member && active.has(member) && active.has(helped)
      ? [{ from: member, to: helped }]
      : [],
  );
  if (help.length === 0) return null;
  const byGroup = groupTable(scene, help);
  return section('give-and-take', 'Who gives, who receives?', {
    paragraphs: [`${many(help.length, 'act')} of help between members are recorded.`, ...(byGroup?.words ?? [])],
    tables: [...(byGroup === null ? [] : [byGroup.table]), memberTable(scene, help)],
    notes: [
      'Balance is wanted over years, not in a month; a newcomer takes first. Nobody is named: who carries much knows it, and the burden is looked at as a whole.',
    ],
  });
}

type Help = { from: string; to: string }[];

function groupTable(scene: Scene, help: Help): { table: Table; words: string[] } | null {
  const { members } = scene.input.records;
  const attribute = members.some(({ attributes }) => Object.hasOwn(attributes, PREFERRED)) ? PREFERRED : scene.groupBy;
  if (attribute === null) return null;
  const own = new Map(
    members.map(({ member, attributes }) => [member, String(attributes[attribute] ?? MISSING_GROUP)]),
  );
  const sizes = new Map<string, number>();
  for (const member of scene.members) sizes.set(own.get(member)!, (sizes.get(own.get(member)!) ?? 0) + 1);
  const { names, shownAs, nothingByGroup } = protectGroups(Object.fromEntries(sizes), scene.smallest);
  if (nothingByGroup) return null;
  const across = help.filter(({ from, to }) => own.get(from) !== own.get(to));
  const rows = names.map((name) => {
    const given = across.filter(({ from }) => shownAs(own.get(from)!) === name).length;
    const received = across.filter(({ to }) => shownAs(own.get(to)!) === name).length;
    return { name, given, received };
  });
  const lopsided = (sign: 1 | -1): string[] =>
    rows
      .filter(({ given, received }) => given + received >= LEAST_ACTS)
      .filter(({ given, received }) => (sign * (given - received)) / (given + received) >= IMBALANCE)
      .map(({ name }) => name)
      .sort(byCodePoint);
  const [givers, takers] = [lopsided(1), lopsided(-1)];
  const say = (groups: string[], words: string): string[] => (groups.length === 0 ? [] : [`${list(groups)} ${words}.`]);
  return {
    words: [
      ...say(givers, 'gave others three times what came back, or more'),
      ...say(takers, 'received three times what they gave others, or more'),
      ...(givers.length + takers.length === 0 ? [`Between ${plural(attribute)} give and take balance.`] : []),
    ],
    table: {
      id: 'give-and-take',
      title: `Help between ${plural(attribute)}`,
      columns: [
        { label: attribute, format: 'text' },
        { label: 'given', format: 'count' },
        { label: 'received', format: 'count' },
        { label: 'given less received', format: 'balance' },
      ],
      rows: rows.map(({ name, given, received }): Cell[] => [name, given, received, given - received]),
      note: `Help within one is not in it. Those with fewer than ${scene.smallest} members stand together.`,
    },
  };
}

/** How many members do what: a count that is small hides itself, and what would give it away. */
function memberTable({ members, smallest }: Scene, help: Help): Table {
  const gave = new Set(help.map(({ from }) => from));
  const received = new Set(help.map(({ to }) => to));
  const kinds: [string, (member: string) => boolean][] = [
    ['gave and received', (member) => gave.has(member) && received.has(member)],
    ['gave only', (member) => gave.has(member) && !received.has(member)],
    ['received only', (member) => !gave.has(member) && received.has(member)],
    ['neither', (member) => !gave.has(member) && !received.has(member)],
  ];
  const counts = kinds.map(([, is]) => members.filter(is).length);
  const protection = protectCounts(counts, { smallest, atLeast: 0 });
  return {
    id: 'give-and-take-members',
    title: 'How many give and receive',
    columns: [
      { label: 'members who', format: 'text' },
      { label: 'members', format: 'count' },
    ],
    rows: kinds.map(([name], at): Cell[] => {
      const kind = protection[at]!;
      return [name, kind === 'shown' ? counts[at]! : { suppressed: kind }];
    }),
    note: null,
  };
}
