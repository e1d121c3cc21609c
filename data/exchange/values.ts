/**
 * Text of a cell → number, yes or no, time. Strict: what could be read in two ways is refused, because a wrong reading
 * is worse than a question. Each function gives null for what it cannot read; the caller knows the place and says it.
 */
import type { ObservedTime } from '../records/index.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A finite number. `decimalComma`: 0,5 is read too. Thousands separators, NaN, Infinity and text are not numbers. */
export function readNumber(text: string, decimalComma: boolean): number | null {
  const plain = decimalComma && /^[^.,]*,[^.,]*$/.test(text) ? text.replace(',', '.') : text;
  if (!NUMBER.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : null;
}

/** A code such as 007, +49 or a long account number is made of digits and is no number: as one it would change. */
export function isCode(text: string): boolean {
  return /^[+-]?0\d/.test(text) || text.startsWith('+') || /\d{16}/.test(text);
}

const YES = new Set([
  '1',
  'yes',
  'y',
  'true',
  'x',
  'ja',
  'j',
  'wahr',
  'oui',
  'o',
  'vrai',
  'si',
  'sí',
  's',
  'verdadero',
]);
const NO = new Set(['0', 'no', 'n', 'false', 'nein', 'falsch', 'non', 'faux', 'falso', '-']);

/** 1 or 0, yes or no, true or false, in four languages. A blank is no. */
export function readYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (word === '' || NO.has(word)) return false;
  return YES.has(word) ? true : null;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

export const WRITE_A_TIME = 'write a date as 2026-02-28 (or a period as a number)';

/**
 * A period number, or an ISO date, with a time of day or without. Dates in the order of one country or another
 * (03/04/2026) are refused, as are days that no calendar has. With an offset the instant is given in UTC, so that the
 * order of texts is the order of times.
 */
export function readTime(text: string, decimalComma: boolean): ObservedTime | null {
  const number = readNumber(text, decimalComma);
  if (number !== null) return number;
  const parts = DATE.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', , zone] = parts;
  const date = new Date(`${year}-${month}-${day}T00:00:00.000Z`);
  // A day too many rolls over (31 February is 3 March), so the text must come back.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (zone === undefined || zone === 'Z') return text.replace(' ', 'T');
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
