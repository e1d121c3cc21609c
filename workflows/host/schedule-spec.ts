/**
 * When a network's health is checked, as Temporal understands it.
 *
 * In real time a month is a calendar month and nine o'clock is nine o'clock in the charter's zone, so periods of months,
 * a week or a day become calendars; everything else is an interval. On a compressed clock only intervals make sense:
 * the period times what a programme day lasts. Temporal counts schedules in whole seconds, so that is rounded up.
 */
import type { CalendarSpec, ScheduleSpec } from '@temporalio/client';
import { DateTime, Duration } from 'luxon';
import type { ProgrammeClock } from '../contract/index.ts';
import { isRealTime, realDelayMs } from '../contract/index.ts';

export interface Period {
  /** An ISO-8601 duration on the programme's clock. */
  every: string;
  /** The programme instant it counts from; the first check is one period later. */
  startsAt: string;
  timeZone: string;
  clock: ProgrammeClock;
}

const DAY_MS = 86_400_000;
/** Nominal: on a compressed clock all months are alike. */
const DAYS = { years: 360, quarters: 90, months: 30, weeks: 7, days: 1 };

const MONTHS = [
  ...(['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE'] as const),
  ...(['JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER'] as const),
] as const;
type Month = (typeof MONTHS)[number];
/** In a common year: the last day of February is then the 28th in every year. */
const LAST_DAY: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export function scheduleSpec(period: Period): ScheduleSpec {
  const { every, startsAt, timeZone, clock } = period;
  const startMs = clock.startedRealMs + realDelayMs(clock, clock.startedRealMs, startsAt);
  const calendars = isRealTime(clock)
    ? calendarsOf(Duration.fromISO(every), DateTime.fromISO(startsAt, { zone: timeZone }))
    : null;
  // A calendar's second begins before the start itself, which would be a check of nothing.
  if (calendars !== null) return { calendars, timezone: timeZone, startAt: new Date(startMs + 1000) };
  const everyMs = periodMs(every, clock);
  return { intervals: [{ every: everyMs, offset: startMs % everyMs }], startAt: new Date(startMs + 1000) };
}

/** One period in real milliseconds: whole seconds, at least one. */
export function periodMs(every: string, clock: ProgrammeClock): number {
  const { hours, minutes, seconds, ...calendar } = Duration.fromISO(every).toObject();
  const days = Object.entries(calendar).reduce(
    (sum, [unit, count]) => sum + count * DAYS[unit as keyof typeof DAYS],
    0,
  );
  const programmeMs = days * DAY_MS + Duration.fromObject({ hours, minutes, seconds }).toMillis();
  return Math.max(1, Math.ceil((programmeMs * clock.dayLastsMs) / DAY_MS / 1000)) * 1000;
}

function calendarsOf(every: Duration, start: DateTime): CalendarSpec[] | null {
  const units = Object.entries(every.toObject()).filter(([, count]) => count > 0);
  const time = { hour: start.hour, minute: start.minute, second: start.second };
  const [unit, count] = units[0] ?? [];
  if (units.length !== 1 || count === undefined) return null;
  if (unit === 'days' && count === 1) return [time];
  if (unit === 'weeks' && count === 1) return [{ ...time, dayOfWeek: WEEKDAYS[start.weekday - 1] }];
  const months = unit === 'months' ? count : unit === 'years' ? 12 * count : null;
  // Only what divides a year comes back to the same months; the rest is an interval.
  if (months === null || 12 % months !== 0) return null;
  return monthCalendars(months, start).map((calendar) => ({ ...time, ...calendar }));
}

/** The day of the month, or the month's last day where it is shorter: one calendar per such day. */
function monthCalendars(months: number, start: DateTime): CalendarSpec[] {
  const byDay = new Map<number, Month[]>();
  for (const [index, month] of MONTHS.entries()) {
    if ((index + 1 - start.month + 12) % months !== 0) continue;
    const day = Math.min(start.day, LAST_DAY[index] as number);
    byDay.set(day, [...(byDay.get(day) ?? []), month]);
  }
  return [...byDay].map(([dayOfMonth, month]) => ({ dayOfMonth, month }));
}
