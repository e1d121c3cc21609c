/** Dates as they are typed in a cell: `2026-03-31` for all that was known by the end of that day, an instant, or a period. */
import { WeftError } from './errors.ts';

/** As of when a network is looked at. */
export interface AsOf {
  /** As it was typed, for words and for times in files, which may be numbers of periods. */
  text: string;
  /** The instant on the programme's clock; null for a number of periods. */
  instant: string | null;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/;

/** @throws WeftError that says the form. */
export function asOfDate(date: string | number): AsOf {
  const text = String(date);
  if (typeof date === 'number' && Number.isFinite(date)) return { text, instant: null };
  const ends = DATE.test(text) ? `${text}T23:59:59.999Z` : INSTANT.test(text) ? text : '';
  const instant = new Date(ends);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(text.slice(0, 10))) {
    throw new WeftError(
      `asOf: write a date that exists, as asOf('2026-02-28'); an instant in UTC, as asOf('2026-02-28T09:00:00Z'); or, where the data count periods, a number, as asOf(3).`,
    );
  }
  return { text, instant: instant.toISOString() };
}
