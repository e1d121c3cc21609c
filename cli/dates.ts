/** Dates that people type and read. Everything is in UTC: the same command says the same on every machine. */
import { UsageError } from './failures.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/;

/** What was known by the end of a day, or by an instant. @throws UsageError */
export function instantOf(text: string): string {
  const instant = DATE.test(text)
    ? new Date(`${text}T23:59:59.999Z`)
    : new Date(INSTANT.test(text) ? text : Number.NaN);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(text.slice(0, 10))) {
    throw new UsageError('--as-of: write a date that exists, as 2026-02-28');
  }
  return instant.toISOString();
}

/** The end of today: the only place where the command line looks at the clock. */
export function today(): string {
  return instantOf(new Date().toISOString().slice(0, 10));
}

/** `2026-02-28`, or `2026-02-28 09:00` where the hour matters. */
export function shortDate(instant: string): string {
  const [date = '', time = ''] = instant.split('T');
  return time.startsWith('00:00') || time.startsWith('23:59:59') ? date : `${date} ${time.slice(0, 5)}`;
}
