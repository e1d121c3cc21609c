/**
 * Numbers, dates and lists as a reader expects them. English, and the same on every machine: nothing here asks the
 * machine for its locale or time zone.
 */
import type { Suppressed } from '../suppression.ts';

const MINUS = '−';
const NO_BREAK = '\u00a0';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const COUNTS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** −0.60, +0.25; the sign is written where the figure may be either. */
export function signed(value: number, digits = 2): string {
  const text = fixed(Math.abs(value), digits);
  return Number(text) === 0 ? text : `${value < 0 ? MINUS : '+'}${text}`;
}

export function decimal(value: number, digits = 2): string {
  const text = fixed(Math.abs(value), digits);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}

/** 1,234: thousands apart, as whole number. */
export function count(value: number): string {
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 ? `${MINUS}${digits}` : digits;
}

export function percent(share: number): string {
  return `${decimal(share * 100, 0)}${NO_BREAK}%`;
}

/** p < .001, p = .03 */
export function pValue(p: number): string {
  if (p < 0.001) return `p${NO_BREAK}<${NO_BREAK}.001`;
  return `p${NO_BREAK}=${NO_BREAK}${fixed(p, p < 0.1 ? 3 : 2).replace(/^0/, '')}`;
}

/** 31 March 2026 from an ISO date or instant, March 2026 from a month; a period number stays what it is. */
export function date(time: string | number): string {
  if (typeof time === 'number') return `period ${decimal(time, Number.isInteger(time) ? 0 : 2)}`;
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2})|$)/.exec(time) ?? [];
  if (year === undefined) return time;
  if (day === undefined) return `${MONTHS[Number(month) - 1]}${NO_BREAK}${year}`;
  return `${Number(day)}${NO_BREAK}${MONTHS[Number(month) - 1]}${NO_BREAK}${year}`;
}

/** Small numbers as words, as one writes them within a sentence. */
export function inWords(value: number): string {
  return COUNTS[value] ?? count(value);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** a, b and c */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "1 tie", "2 ties", "1,204 ties" */
export function many(value: number, singular: string): string {
  return `${count(value)} ${value === 1 ? singular : plural(singular)}`;
}

/** The plural of an attribute's name or a common noun: regions, countries, branches. */
export function plural(singular: string): string {
  if (/[^aeiou]y$/i.test(singular)) return `${singular.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(singular) ? `${singular}es` : `${singular}s`;
}

export function suppressedText(value: Suppressed, smallest: number): string {
  return value.suppressed === 'fewer' ? `fewer than ${smallest}` : 'not shown';
}

/** `toFixed` rounds the binary number; 0.125 must come out the same wherever it is read, and it does. */
function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}
