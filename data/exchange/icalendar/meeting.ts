/**
 * A meeting as a calendar knows it, and a file of meetings (RFC 5545). Written by ical-generator; how clocks change comes
 * from `vtimezone.ts`. A meeting keeps its UID for life, and every change of it raises its SEQUENCE: by the two a
 * calendar knows which invitation is the newest (RFC 5546).
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { ruleOf, type SeriesDays } from './rhythm.ts';
import { vtimezone } from './vtimezone.ts';

export interface Meeting {
  uid: string;
  /** 0 for the first invitation, one more for each change. */
  sequence: number;
  title: string;
  description: string | null;
  place: string | null;
  timeZone: string;
  /** On the local calendar: 2026-03-10 and 09:00. Of a series: the first day of its rhythm. */
  day: string;
  at: string;
  minutes: number;
  /** When it was said last, an instant. */
  stamp: string;
  isCancelled: boolean;
  series: (SeriesDays & { rhythm: string; until: string }) | null;
  /** For one meeting of a series: when it would be by its rhythm, as 2026-03-10T09:00. */
  insteadOf: string | null;
}

export type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/**
 * An invitation, its change or its end, from whoever sends mail to one person. A mail is about one UID (RFC 5546, 3.2.2):
 * a series comes with those of its meetings that are not as it says, which calendars would forget with it otherwise.
 */
export function invitation(
  meeting: Meeting,
  method: Method,
  from: { name: string; address: string },
  to: string,
  exceptions: readonly Meeting[] = [],
): string {
  const all = method === 'CANCEL' ? [meeting] : withExceptions(meeting, exceptions);
  const calendar = calendarOf(all, method);
  const organizer = { name: from.name, email: from.address };
  for (const event of eventsOf(all, method)) {
    // Answers are given to Weft, where they count: a calendar is not asked to send one.
    const attendee = { email: to, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false };
    calendar.createEvent({ ...event, organizer, attendees: [attendee] });
  }
  return calendar.toString();
}

/** What was called off is left out of the series, for nothing in a request is cancelled; what was moved goes with it. */
function withExceptions(meeting: Meeting, exceptions: readonly Meeting[]): Meeting[] {
  const { series, sequence } = meeting;
  if (series === null) return [meeting];
  const own = exceptions.filter(({ uid, insteadOf }) => uid === meeting.uid && insteadOf !== null);
  const off = own.filter(({ isCancelled }) => isCancelled).map(({ insteadOf }) => insteadOf?.slice(0, 10));
  const held = series.held.filter(({ planned }) => !off.includes(planned));
  const left = series.held.filter(({ planned }) => off.includes(planned)).map(({ planned }) => planned);
  const skipped = [...series.skipped, ...left].sort();
  const moved = own.filter(({ isCancelled }) => !isCancelled);
  return [
    { ...meeting, series: { ...series, held, skipped } },
    ...moved.map((one) => ({ ...one, sequence: Math.max(sequence, one.sequence) })),
  ];
}

/** Many meetings in one file, to be opened in a calendar. */
export function feed(meetings: readonly Meeting[], name: string): string {
  const calendar = calendarOf(meetings, 'PUBLISH').name(name);
  for (const event of eventsOf(meetings, 'PUBLISH')) calendar.createEvent(event);
  return calendar.toString();
}

function calendarOf(meetings: readonly Meeting[], method: Method): ICalCalendar {
  const calendar = ical({ prodId: { company: 'Weft', product: 'Weft', language: 'EN' } });
  calendar.method(ICalCalendarMethod[method]);
  const [zone] = meetings.map(({ timeZone }) => timeZone);
  if (zone === undefined) return calendar;
  const days = meetings.flatMap(({ day, series }) => [day, series?.until ?? day]).sort();
  const [first, last] = [days[0] as string, days.at(-1) as string];
  return calendar.timezone({ name: zone, generator: (name) => vtimezone(name, first, last) });
}

function eventsOf(meetings: readonly Meeting[], method: Method): ICalEventData[] {
  const known = new Set(meetings.map(({ uid, insteadOf }) => `${uid}/${insteadOf}`));
  return meetings.flatMap((meeting) => eventsOfOne(meeting, method, known));
}

/**
 * One event; of a series also one for each meeting that is not on its day, unless more is known of that one (`uid/planned`).
 */
function eventsOfOne(meeting: Meeting, method: Method, known: ReadonlySet<string>): ICalEventData[] {
  const { series, timeZone, at, day } = meeting;
  const local = (on: string) => DateTime.fromISO(`${on}T${at}`, { zone: timeZone });
  const common = {
    ...{ id: meeting.uid, sequence: meeting.sequence, timezone: timeZone },
    stamp: DateTime.fromISO(meeting.stamp, { zone: 'utc' }),
    ...{ summary: meeting.title, description: meeting.description, location: meeting.place },
    status: meeting.isCancelled || method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
  const on = (date: string): Pick<ICalEventData, 'start' | 'end'> => ({
    start: local(date),
    end: local(date).plus({ minutes: meeting.minutes }),
  });
  if (series === null) {
    const { insteadOf } = meeting;
    const of = insteadOf === null ? {} : { recurrenceId: DateTime.fromISO(insteadOf, { zone: timeZone }) };
    return [{ ...common, ...on(day), ...of }];
  }
  const moved = series.held.filter(
    ({ day: on, planned }) => on !== planned && !known.has(`${meeting.uid}/${planned}T${at}`),
  );
  return [
    { ...common, ...on(series.first), repeating: rule(meeting, series, local) },
    ...moved.map((one) => ({ ...common, ...on(one.day), recurrenceId: local(one.planned) })),
  ];
}

/** With its end, in universal time as the standard asks, and the days that are left out. */
function rule(
  { timeZone }: Meeting,
  { rhythm, until, skipped }: NonNullable<Meeting['series']>,
  local: (day: string) => DateTime,
): string {
  const compact = (instant: DateTime) => instant.toFormat("yyyyLLdd'T'HHmmss");
  const end = `${compact(local(until).toUTC())}Z`;
  const left = skipped.map((day) => compact(local(day)));
  const out = left.length === 0 ? '' : `\r\nEXDATE;TZID=${timeZone}:${left.join(',')}`;
  return `RRULE:${ruleOf(rhythm)};UNTIL=${end}${out}`;
}
