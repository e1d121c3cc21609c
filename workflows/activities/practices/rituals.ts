/**
 * When people meet next. Zones and their rules live in tables that change: so it is asked anew each time, and the answer
 * is recorded in the history.
 */
import { DateTime, Duration } from 'luxon';
import { daysOf } from '../../../data/exchange/icalendar/index.ts';
import type { Activities } from '../../contract/index.ts';

type Input = Parameters<Activities['nextMeeting']>[0];

export function ritualActivities(): Pick<Activities, 'nextMeeting'> {
  return {
    async nextMeeting(input) {
      return { next: nextMeeting(input) };
    },
  };
}

function nextMeeting({ at, timeZone, after, prepareBefore, ...series }: Input) {
  const startOf = (day: string) => DateTime.fromISO(`${day}T${at}`, { zone: timeZone });
  const threshold = DateTime.fromISO(after);
  const next = daysOf(series).held.find(({ day }) => startOf(day) > threshold);
  if (next === undefined) return null;
  const starts = startOf(next.day);
  const instant = (time: DateTime) => time.toUTC().toISO() as string;
  return {
    ...{ planned: `${next.planned}T${at}`, local: `${next.day}T${at}`, starts: instant(starts) },
    prepares: instant(starts.minus(Duration.fromISO(prepareBefore))),
  };
}
