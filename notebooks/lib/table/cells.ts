/**
 * How a value stands in a table that people read: numbers to four digits, shares as percentages, what is not known as a
 * dash. The value itself stays in the table, and its CSV has it in full.
 */
import { shortNumber } from '../../../data/exchange/text-table.ts';

/** What a cell holds: as in a CSV file, so that what is shown can always be written. */
export type CellValue = string | number | boolean | null;

/** How a column's numbers are written. */
export type Format = 'number' | 'share' | 'p';

/** Stands for what is not known; why is said beside it. */
export const UNKNOWN = '–';

export function cellText(value: unknown, format: Format = 'number'): string {
  if (value === null || value === undefined) return UNKNOWN;
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function numberText(value: number, format: Format): string {
  if (format === 'share') return `${shortNumber(Math.round(value * 1000) / 10)} %`;
  // A p of 0.00001 is not 0: permutation tests never give one.
  if (value !== 0 && Math.abs(value) < 0.00005) return String(Number(value.toPrecision(1)));
  return shortNumber(value);
}

/** Arrays and objects are written as JSON, so that nothing is left out of a CSV file. */
export function csvCell(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
