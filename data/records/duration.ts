/**
 * Adds an ISO-8601 duration to an instant on the calendar of UTC: the one rule for "thirty days after", "a month later".
 *
 * Years and months move the date first; where the month that is reached has no such day, its last day is taken (31 January
 * + P1M = 28 or 29 February). Weeks, days, hours and minutes are then added as spans of fixed length, which in UTC they
 * are. What must fall on a local date in a time zone is not this function's business.
 */
import type { Instant } from './common.ts';

const FORM = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** @throws RangeError when the instant or the duration is not one, or when the sum lies beyond the calendar. */
export function addDuration(instant: Instant, duration: string): Instant {
  const start = new Date(instant);
  if (Number.isNaN(start.getTime())) throw new RangeError('write an instant as 2026-02-28T09:00:00.000Z');
  const match = FORM.exec(duration);
  if (match === null) throw new RangeError('write a duration as ISO-8601: P6M, P2W, P10D, PT12H');
  const [years, months, weeks, days, hours, minutes] = match.slice(1).map((digits) => Number(digits ?? 0)) as Parts;

  const moved = addMonths(start, years * 12 + months);
  moved.setTime(moved.getTime() + (weeks * 7 + days) * DAY_MS + (hours * 60 + minutes) * MINUTE_MS);
  if (Number.isNaN(moved.getTime()) || moved.getUTCFullYear() > 9999) {
    throw new RangeError('this duration leads beyond the year 9999; use a shorter one');
  }
  return moved.toISOString();
}

type Parts = [years: number, months: number, weeks: number, days: number, hours: number, minutes: number];

function addMonths(start: Date, months: number): Date {
  const moved = new Date(start);
  // From the first of the month, so that setting the month never spills over; the day is put back afterwards.
  moved.setUTCDate(1);
  moved.setUTCMonth(start.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return moved;
}
