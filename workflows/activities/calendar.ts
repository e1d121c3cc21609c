/**
 * Local calendar arithmetic: a month after 31 January is the end of February, and nine o'clock stays nine o'clock when
 * clocks change. Zones and their rules live in the operating system's tables, which change: so this is an activity, and
 * its answer is recorded in the history.
 */
import { DateTime, Duration } from 'luxon';
import type { Activities } from '../contract/index.ts';
import { neverWorks } from './world.ts';

type CalendarInput = Parameters<Activities['calendar']>[0];

export function calendarActivities(): Pick<Activities, 'calendar'> {
  return {
    async calendar(input) {
      return { dates: calendarDates(input) };
    },
  };
}

/** @throws a failure that is not retried, where zone, duration or step does not exist. */
export function calendarDates({ from, timeZone, blackouts, steps }: CalendarInput): Record<string, string> {
  const start = DateTime.fromISO(from, { zone: timeZone });
  if (!start.isValid)
    throw neverWorks(`calendar: no instant or no time zone (${start.invalidReason})`, 'CalendarError');
  const reached = new Map<string, DateTime>();
  for (const step of steps) {
    const base =
      step.on !== undefined ? timeOf(step.on, step.at ?? MORNING, timeZone) : baseAfter(step.after, start, reached);
    if (base === undefined) {
      throw neverWorks(
        `calendar: step ${step.name} comes after ${step.after}, which must stand before it`,
        'CalendarError',
      );
    }
    const duration = Duration.fromISO(step.add);
    if (!duration.isValid) {
      throw neverWorks(`calendar: step ${step.name} adds ${step.add}, which is no ISO-8601 duration`, 'CalendarError');
    }
    const moved = step.before === true ? base.minus(duration) : base.plus(duration);
    reached.set(step.name, step.at === undefined ? pastBlackouts(moved, blackouts) : moved);
  }
  return Object.fromEntries([...reached].map(([name, instant]) => [name, instant.toUTC().toISO() as string]));
}

function baseAfter(after: string | undefined, start: DateTime, reached: Map<string, DateTime>): DateTime | undefined {
  return after === undefined ? start : reached.get(after);
}

/** When people begin to work: a day that is promised or agreed begins for them then. */
const MORNING = '09:00';

function timeOf(day: string, at: string, zone: string): DateTime {
  const time = DateTime.fromISO(`${day}T${at}`, { zone });
  if (!time.isValid) throw neverWorks(`calendar: ${day}, ${at} is no time (${time.invalidReason})`, 'CalendarError');
  return time;
}

/** The same local time on the first day on which people may be asked for something. */
function pastBlackouts(instant: DateTime, blackouts: CalendarInput['blackouts']): DateTime {
  let moved = instant;
  // Blackouts may touch or overlap: look again from each new day. Every move is forward, so it ends.
  for (;;) {
    const day = moved.toISODate() as string;
    const blackout = blackouts.find((span) => span.from <= day && day <= span.to);
    if (blackout === undefined) return moved;
    const { year, month, day: dayOfMonth } = DateTime.fromISO(blackout.to, { zone: moved.zone }).plus({ days: 1 });
    moved = moved.set({ year, month, day: dayOfMonth });
  }
}
