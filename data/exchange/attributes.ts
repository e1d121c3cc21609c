/**
 * Which columns of a member's row become attributes (they may be shown in aggregate) and which are kept with the
 * person: columns known to be personal, and texts that identify because nearly every member has another one.
 * A column that was not meant as personal can be declared an attribute; one that was is never made public by accident.
 */
import type { AttributeValue } from '../records/index.ts';
import { ATTRIBUTE_PREFIX, type PersonalField, personalField, plainName } from './columns.ts';
import type { Table } from './table.ts';
import { isCode, readNumber } from './values.ts';

/** A text column identifies people when more than this share of its values differ … */
const IDENTIFYING_SHARE = 0.8;
/** … among at least this many; in a small table every group is small. */
const IDENTIFYING_ROWS = 10;
/** Longer texts are somebody's words, not a group. */
const ATTRIBUTE_CHARACTERS = 500;

export type ColumnUse =
  | { kind: 'attribute'; name: string; read: (text: string) => AttributeValue }
  | { kind: 'personal'; field: PersonalField; header: string; why: string };

export function useOfColumn(table: Table, index: number, declared: readonly string[]): ColumnUse {
  const header = table.header[index]!;
  const name = header.startsWith(ATTRIBUTE_PREFIX) ? header.slice(ATTRIBUTE_PREFIX.length) : header;
  const isDeclared = name !== header || declared.some((attribute) => plainName(attribute) === plainName(header));
  const values = table.rows.map((row) => row.cells[index]!).filter((cell) => cell !== '');
  const reason = isDeclared ? null : whyPersonal(header, values, table.decimalComma);
  if (reason !== null) return { kind: 'personal', field: personalField(header) ?? 'other', header, why: reason };
  return { kind: 'attribute', name, read: readerFor(values, table.decimalComma) };
}

/** Why a column must not be an attribute, in words for the notes; null where it may be one. */
export function whyPersonal(header: string, values: readonly string[], decimalComma: boolean): string | null {
  if (personalField(header) !== null) return 'its header says that it is personal';
  if (values.some((value) => /^\S+@\S+\.\S+$/.test(value))) return 'it holds e-mail addresses';
  if (values.some((value) => value.length > ATTRIBUTE_CHARACTERS)) return 'it holds long texts';
  if (values.length < IDENTIFYING_ROWS || values.every((value) => isNumeric(value, decimalComma))) return null;
  return new Set(values).size > IDENTIFYING_SHARE * values.length ? 'nearly every member has another value' : null;
}

/** A column holds numbers where all its values are numbers, yes or no where all are true or false, else text. */
function readerFor(values: readonly string[], decimalComma: boolean): (text: string) => AttributeValue {
  if (values.length > 0 && values.every((value) => isNumeric(value, decimalComma))) {
    return (text) => readNumber(text, decimalComma);
  }
  if (values.length > 0 && values.every((value) => /^(?:true|false)$/i.test(value))) {
    return (text) => text.toLowerCase() === 'true';
  }
  return (text) => text;
}

function isNumeric(value: string, decimalComma: boolean): boolean {
  return !isCode(value) && readNumber(value, decimalComma) !== null;
}
