/**
 * Members by the value of one attribute. A member without a value is in the group `(missing)`, shown as such: leaving
 * them out would silently change every silo figure.
 */
import type { MeasurableRecords } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';
import { unknownName } from '../measure-error.ts';

export const MISSING_GROUP = '(missing)';

export interface Groups {
  attribute: string;
  /** Names in code-point order. */
  names: string[];
  /** Per member, the position of their group in `names`. */
  of: Int32Array;
  /** Members per group. */
  sizes: Int32Array;
}

export function groupsBy(
  records: Pick<MeasurableRecords, 'members'>,
  ids: readonly string[],
  attribute: string,
): Groups {
  const known = new Set(records.members.flatMap((member) => Object.keys(member.attributes)));
  if (!known.has(attribute) && records.members.length > 0) {
    throw unknownName('attribute for groupBy', attribute, [...known].sort(byCodePoint));
  }
  const label = new Map(records.members.map((member) => [member.member, labelOf(member.attributes, attribute)]));
  const labels = ids.map((id) => label.get(id)!);
  const names = [...new Set(labels)].sort(byCodePoint);
  const position = new Map(names.map((name, at) => [name, at]));
  const of = Int32Array.from(labels, (name) => position.get(name)!);
  const sizes = new Int32Array(names.length);
  for (const group of of) sizes[group]!++;
  return { attribute, names, of, sizes };
}

function labelOf(attributes: MeasurableRecords['members'][number]['attributes'], attribute: string): string {
  const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : null;
  return value === null || value === undefined || value === '' ? MISSING_GROUP : String(value);
}
