/** A cell as text, in the one way that every rendering uses. */
import { isSuppressed } from '../suppression.ts';
import type { Cell, Format } from './report-model.ts';
import { count, date, decimal, percent, pValue, signed, suppressedText } from './words.ts';

/** What stands where nothing can be known. */
export const UNKNOWN = '–';

export function written(cell: Cell, format: Format, smallestGroup: number): string {
  if (cell === null) return UNKNOWN;
  if (isSuppressed(cell)) return suppressedText(cell, smallestGroup);
  if (typeof cell === 'object') return written(cell.value, cell.format, smallestGroup);
  if (format === 'date') return date(cell);
  if (typeof cell === 'string') return cell;
  return WRITERS[format](cell);
}

const WRITERS: Record<Exclude<Format, 'date'>, (value: number) => string> = {
  text: (value) => decimal(value),
  count,
  share: percent,
  points: (value) => `${signed(value * 100, 0)} ${Math.abs(Math.round(value * 100)) === 1 ? 'point' : 'points'}`,
  change: (value) => signed(value, 3),
  signed: (value) => signed(value),
  balance: (value) => signed(value, 0),
  decimal: (value) => decimal(value, 2),
  fine: (value) => decimal(value, 3),
  rank: (value) => decimal(value, Number.isInteger(value) ? 0 : 1),
  p: pValue,
};
