/**
 * The days of a series of meetings, on the local calendar: every so many days or weeks (`P14D`, `P2W`), or on a weekday
 * of the month (`monthly-2-TU`, `monthly-last-FR`).
 *
 * A day in a blackout is skipped, or moved to the first same weekday after it. Where that would run into the next
 * meeting it is skipped all the same: nobody meets twice for one reason.
 */
import { DateTime } from 'luxon';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface Span {
  from: string;
  to: string;
}

export interface Series {
  rhythm: string;
  /** Days as 2026-03-10; the first meeting is on the first day of the rhythm that is not before it. */
  from: string;
  until: string;
  blackouts: readonly Span[];
  onBlackout: 'skip' | 'move';
}

export interface SeriesDays {
  /** The first day of the rhythm, whether a meeting is held on it or not. */
  first: string;
  /** When meetings are held: on which day, and on which it would have been by the rhythm. */
  held: { planned: string; day: string }[];
  skipped: string[];
}

/** So many days of one series are looked at; who wants more begins another. */
export const MOST_DAYS = 1_500;

export function daysOf({ rhythm, from, until, blackouts, onBlackout }: Series): SeriesDays {
  const planned = plannedDays(rhythm, from, until);
  const result: SeriesDays = { first: planned[0] ?? from, held: [], skipped: [] };
  for (const [at, day] of planned.entries()) {
    if (!isIn(blackouts, day)) {
      result.held.push({ planned: day, day });
      continue;
    }
    const moved = onBlackout === 'move' ? sameWeekdayAfter(blackouts, day) : null;
    const next = planned[at + 1];
    if (moved === null || (next !== undefined && moved >= next)) result.skipped.push(day);
    else result.held.push({ planned: day, day: moved });
  }
  return result;
}

/** The same rhythm as a recurrence rule, without its end (RFC 5545, 3.3.10). */
export function ruleOf(rhythm: string): string {
  const monthly = monthlyOf(rhythm);
  if (monthly !== null) return `FREQ=MONTHLY;BYDAY=${monthly.nth}${monthly.weekday}`;
  const { count, unit } = everyOf(rhythm);
  return `FREQ=${unit === 'weeks' ? 'WEEKLY' : 'DAILY'};INTERVAL=${count}`;
}

function plannedDays(rhythm: string, from: string, until: string): string[] {
  const days: string[] = [];
  const monthly = monthlyOf(rhythm);
  if (monthly === null) {
    const { count, unit } = everyOf(rhythm);
    const first = utcDay(from);
    for (let at = 0; at < MOST_DAYS; at += 1) {
      const day = first.plus({ [unit]: at * count }).toISODate() as string;
      if (day > until) break;
      days.push(day);
    }
    return days;
  }
  let month = utcDay(from).startOf('month');
  for (let at = 0; at < MOST_DAYS; at += 1, month = month.plus({ months: 1 })) {
    const day = weekdayOfMonth(month, monthly.nth, monthly.weekday);
    if (day > until) break;
    if (day >= from) days.push(day);
  }
  return days;
}

/** The n-th such weekday of a month; -1: the last. Every month has four of each. */
function weekdayOfMonth(month: DateTime, nth: number, weekday: string): string {
  const wanted = WEEKDAYS.indexOf(weekday as (typeof WEEKDAYS)[number]) + 1;
  if (nth > 0) {
    const first = month.plus({ days: (wanted - month.weekday + 7) % 7 });
    return first.plus({ weeks: nth - 1 }).toISODate() as string;
  }
  const last = month.endOf('month').startOf('day');
  return last.minus({ days: (last.weekday - wanted + 7) % 7 }).toISODate() as string;
}

function sameWeekdayAfter(blackouts: readonly Span[], day: string): string {
  let moved = utcDay(day);
  while (isIn(blackouts, moved.toISODate() as string)) moved = moved.plus({ weeks: 1 });
  return moved.toISODate() as string;
}

function isIn(blackouts: readonly Span[], day: string): boolean {
  return blackouts.some(({ from, to }) => from <= day && day <= to);
}

function monthlyOf(rhythm: string): { nth: number; weekday: string } | null {
  const found = /^monthly-([1-4]|last)-(MO|TU|WE|TH|FR|SA|SU)$/.exec(rhythm);
  if (found === null) return null;
  return { nth: found[1] === 'last' ? -1 : Number(found[1]), weekday: found[2] as string };
}

function everyOf(rhythm: string): { count: number; unit: 'days' | 'weeks' } {
  const found = /^P([1-9]\d{0,2})([DW])$/.exec(rhythm);
  if (found === null) throw new Error(`${rhythm} is no rhythm; write P14D, P2W, monthly-2-TU or monthly-last-FR.`);
  return { count: Number(found[1]), unit: found[2] === 'W' ? 'weeks' : 'days' };
}

/** Days are counted where no clock changes. */
function utcDay(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
