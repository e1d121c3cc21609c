/**
 * What a member's colour and size say: a group (an attribute, or yes and no), or a figure (a metric, a numeric attribute,
 * or figures that the caller has).
 *
 * Groups have colours that can be told apart without seeing colours well, and shapes as well; more than a handful cannot
 * be told apart at all, so that the largest are shown and the others are one group, as are groups too small to be shown.
 */
import type { NetworkRecords } from '../../../data/records/index.ts';
import { byCodePoint } from '../../code-point.ts';
import { type Groups, groupsBy, MISSING_GROUP } from '../../graph/groups.ts';
import { measure } from '../../measure.ts';
import { MeasureError, unknownName } from '../../measure-error.ts';
import { METRICS } from '../../metrics/index.ts';
import type { Value } from '../../metrics/metric.ts';
import { shownGroups } from '../../small-groups.ts';
import { JOINT_GROUP } from '../../suppression.ts';
import { MOST_GROUPS } from '../theme.ts';
import type { Frame } from './frames.ts';
import type { MemberFigure, UsedOptions } from './options.ts';

type Role = 'colour' | 'size';

/** Per picture, per member. */
type PerFrame<T> = T[][];

export interface GroupLook {
  kind: 'groups';
  title: string;
  /** In the order of the legend. */
  names: string[];
  of: PerFrame<string>;
  /** Groups as they may be shown, before the smaller ones were joined to be told apart; null where they change. */
  whole: Groups | null;
  notes: string[];
}

export interface FigureLook {
  kind: 'figure';
  title: string;
  values: PerFrame<number | null>;
  notes: string[];
}

export type Look = GroupLook | FigureLook;

export function colourOf(records: NetworkRecords, frames: readonly Frame[], options: UsedOptions): Look | null {
  return options.colour === undefined ? null : lookOf(records, frames, options, 'colour', options.colour);
}

export function sizeOf(records: NetworkRecords, frames: readonly Frame[], options: UsedOptions): FigureLook | null {
  if (options.size === undefined) return null;
  const look = lookOf(records, frames, options, 'size', options.size);
  if (look.kind === 'groups') {
    throw new MeasureError(`size "${look.title}" has no numbers; give a metric such as "degree", or use it as colour`);
  }
  if (look.values.some((values) => values.some((value) => value !== null && value < 0))) {
    throw new MeasureError(`size "${look.title}" has negative values, which no area can show; use it as colour`);
  }
  return look;
}

function lookOf(
  records: NetworkRecords,
  frames: readonly Frame[],
  options: UsedOptions,
  role: Role,
  asked: string | MemberFigure,
): Look {
  const { ids } = frames[0]!.pairs;
  if (typeof asked !== 'string') return given(frames, asked, role, ids);
  const attributes = new Set(records.members.flatMap((member) => Object.keys(member.attributes)));
  if (attributes.has(asked)) return ofAttribute(records, frames, ids, asked, role, options.smallestGroup);
  const metrics = METRICS.filter((metric) => metric.scopes.includes('member')).map((metric) => metric.id);
  if (metrics.includes(asked)) return ofMetric(records, frames, options, role, asked);
  throw unknownName(`attribute or metric for ${role}`, asked, [...attributes].sort(byCodePoint).concat(metrics));
}

function given(
  frames: readonly Frame[],
  { title, values }: MemberFigure,
  role: Role,
  ids: readonly string[],
): FigureLook {
  const numbers = ids.map((id) => (Object.hasOwn(values, id) ? values[id]! : null));
  const odd = numbers.findIndex((value) => value !== null && !Number.isFinite(value));
  if (odd >= 0) throw new MeasureError(`a figure of "${title}" is not a number; give a number, or null for not known`);
  return { kind: 'figure', title, values: frames.map(() => numbers), notes: unknownNote(title, role, numbers) };
}

function ofAttribute(
  records: NetworkRecords,
  frames: readonly Frame[],
  ids: readonly string[],
  attribute: string,
  role: Role,
  smallestGroup: number | null,
): Look {
  const numbers = numbersOf(records, ids, attribute);
  const isNumeric = numbers !== null && (role === 'size' || new Set(numbers).size > MOST_GROUPS);
  if (isNumeric) {
    return {
      kind: 'figure',
      title: attribute,
      values: frames.map(() => numbers),
      notes: unknownNote(attribute, role, numbers),
    };
  }
  const { groups, withheld } = shownGroups(groupsBy(records, ids, attribute), smallestGroup);
  const shown = largest(groups);
  const of = Array.from(groups.of, (g) => (shown.includes(groups.names[g]!) ? groups.names[g]! : JOINT_GROUP));
  const names = [...shown.filter((name) => name !== JOINT_GROUP), ...(of.includes(JOINT_GROUP) ? [JOINT_GROUP] : [])];
  const notes = [
    ...(withheld.size > 0 ? [`Groups of fewer than ${smallestGroup} members are drawn as “${JOINT_GROUP}”.`] : []),
    ...(shown.length < groups.names.length
      ? [
          `Of ${groups.names.length} groups the ${shown.filter((name) => name !== JOINT_GROUP).length} largest have a colour of their own.`,
        ]
      : []),
  ];
  return { kind: 'groups', title: attribute, names, of: frames.map(() => of), whole: groups, notes };
}

/** Numbers of an attribute; null where a value is none. Files hold numbers as text. */
function numbersOf(records: NetworkRecords, ids: readonly string[], attribute: string): (number | null)[] | null {
  const values = new Map(
    records.members.map(({ member, attributes }) => [
      member,
      Object.hasOwn(attributes, attribute) ? attributes[attribute] : null,
    ]),
  );
  const numbers = ids.map((id) => {
    const value = values.get(id) ?? null;
    if (value === null || value === '') return null;
    return typeof value === 'boolean' ? Number.NaN : Number(value);
  });
  return numbers.every((value) => value === null) || numbers.some(Number.isNaN) ? null : numbers;
}

/** Names of the groups that have a colour of their own. */
function largest(groups: Groups): string[] {
  if (groups.names.length <= MOST_GROUPS) return groups.names;
  const bySize = groups.names
    .filter((name) => name !== JOINT_GROUP)
    .map((name) => ({ name, size: groups.sizes[groups.names.indexOf(name)]! }))
    .sort((a, b) => b.size - a.size || byCodePoint(a.name, b.name))
    .slice(0, MOST_GROUPS - 1)
    .map(({ name }) => name);
  return groups.names.filter((name) => bySize.includes(name));
}

function ofMetric(
  records: NetworkRecords,
  frames: readonly Frame[],
  { seed }: UsedOptions,
  role: Role,
  metric: string,
): Look {
  const { title } = METRICS.find(({ id }) => id === metric)!;
  const columns = frames.map(({ chosen, pairs }) => {
    const { results } = measure(records, { ...chosen, metrics: [metric], seed });
    const result = results.find(({ scope }) => scope === 'member')!;
    if (result.reason !== null) throw new MeasureError(`${role} "${metric}" cannot be drawn: ${result.reason}`);
    return pairs.ids.map((id) => result.values![id] ?? null);
  });
  const values = columns.flat().filter((value) => value !== null);
  if (values.length > 0 && values.every((value) => typeof value === 'boolean')) return yesOrNo(title, columns);
  if (values.some((value) => typeof value !== 'number')) {
    const numeric = 'choose one that gives each member a number, such as "betweenness"';
    throw new MeasureError(`${role} "${metric}" gives members more than one number; ${numeric}`);
  }
  const numbers = columns as PerFrame<number | null>;
  return { kind: 'figure', title, values: numbers, notes: unknownNote(title, role, numbers.flat()) };
}

function yesOrNo(title: string, columns: PerFrame<Value | null>): GroupLook {
  const of = columns.map((column) =>
    column.map((value): string => (value === null ? MISSING_GROUP : value ? 'yes' : 'no')),
  );
  const names = ['yes', 'no', MISSING_GROUP].filter((name) => of.some((column) => column.includes(name)));
  return { kind: 'groups', title, names, of, whole: null, notes: [] };
}

function unknownNote(title: string, role: Role, numbers: readonly (number | null)[]): string[] {
  const unknown = role === 'colour' ? 'grey' : 'as small as the smallest';
  return numbers.includes(null) ? [`Where ${title.toLowerCase()} is not known, dots are ${unknown}.`] : [];
}
