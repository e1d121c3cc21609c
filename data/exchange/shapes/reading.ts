/**
 * What the readers of the shapes share while one source is read: records so far, where each member was declared, and
 * the problems and notes.
 */
import type { NetworkRecords, ObservedTime, TieTable } from '../../records/index.ts';
import { type Problems, shownId } from '../import-error.ts';
import type { ImportedPerson, ImportOptions } from '../import-result.ts';

export interface Reading {
  options: ImportOptions;
  problems: Problems;
  notes: string[];
  records: NetworkRecords;
  /** The ties, where they were read into columns; those of `records` are none then. */
  tieTable: TieTable | null;
  people: ImportedPerson[];
  /** Where each member was declared. A Map: ids such as constructor or __proto__ are ids like any other. */
  memberPlaces: Map<string, string>;
  /** False: rows of a table were left out as broken, so that who is missing may be one of them. */
  membersComplete: boolean;
  directed: boolean | undefined;
}

export const ID_CHARACTERS = 200;

export function checkId(
  id: string,
  file: string,
  line: number,
  column: string,
  why: string,
  problems: Problems,
): boolean {
  if (id === '') {
    problems.add(file, line, column, `is blank; ${why}`);
    return false;
  }
  if (id.length > ID_CHARACTERS) {
    problems.add(file, line, column, `has more than ${ID_CHARACTERS} characters; use a short id`);
    return false;
  }
  return true;
}

/**
 * Who may be named by ties, answers and adoptions; null: anybody, because no file and no network says who belongs.
 */
export function knownMembers(reading: Reading): ((id: string) => boolean) | null {
  const { memberPlaces, options } = reading;
  if (!reading.membersComplete) return null;
  if (memberPlaces.size === 0 && options.knownMembers === undefined) return null;
  return (id) => memberPlaces.has(id) || (options.knownMembers?.has(id) ?? false);
}

export function unknownMember(id: string): string {
  return `names ${shownId(id)}, who is not among the members; add a row for them or correct the id`;
}

/** The text, if it is no longer than a record may hold. */
export function shortEnough(
  text: string,
  most: number,
  file: string,
  line: number,
  column: string,
  problems: Problems,
): boolean {
  if (text.length <= most) return true;
  problems.add(file, line, column, `has more than ${most} characters; shorten it`);
  return false;
}

/** Period numbers and dates cannot be put in one order; the first that is of the other kind is named. */
export function checkOneKindOfTime(
  times: readonly { time: ObservedTime | null; line: number }[],
  file: string,
  column: string,
  problems: Problems,
): void {
  const first = times.find(({ time }) => time !== null);
  const other = times.find(({ time }) => time !== null && typeof time !== typeof first?.time);
  if (!first || !other) return;
  const message = `is a ${kindOfTime(other.time)} where line ${first.line} has a ${kindOfTime(first.time)}; use one of them`;
  problems.add(file, other.line, column, message);
}

function kindOfTime(time: ObservedTime | null): string {
  return typeof time === 'number' ? 'period number' : 'date';
}
