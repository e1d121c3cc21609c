/**
 * A calendar that takes invitations from mails, as people's calendars do (RFC 5546): of each UID it keeps what has the
 * highest sequence, and among equals what was said last; a cancellation takes all of its UID away. Read by ical.js, which
 * wrote none of it.
 */
import ICAL from 'ical.js';

export interface Shown {
  uid: string;
  sequence: number;
  /** Every meeting of it, in universal time. */
  starts: string[];
}

interface Message {
  method: string;
  uid: string;
  sequence: number;
  stamp: string;
  text: string;
}

/** What a calendar shows after these mails, by UID. */
export function calendarAfter(mails: readonly string[]): Shown[] {
  const kept = new Map<string, Message>();
  for (const message of mails.flatMap(calendarsIn).map(messageOf).sort(inOrder)) kept.set(message.uid, message);
  return [...kept.values()]
    .filter(({ method }) => method !== 'CANCEL')
    .flatMap(({ text }) => shownIn(text))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/** What one file of a calendar shows, by UID. */
export function shownIn(text: string): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const uids = [...new Set(events.map(({ uid }) => uid))].sort();
  return uids.map((uid) => {
    const own = events.filter((event) => event.uid === uid);
    const main = own.find((event) => !event.isRecurrenceException());
    if (main === undefined) throw new Error(`${uid} has exceptions of a series that is not there`);
    const exceptions = own.filter((event) => event !== main);
    const days = exceptions.map(({ recurrenceId }) => recurrenceId.toString());
    if (new Set(days).size < days.length) throw new Error(`${uid} says twice what becomes of one meeting`);
    for (const exception of exceptions) main.relateException(exception);
    return { uid, sequence: main.sequence, starts: startsOf(main, zone) };
  });
}

export function methodOf(text: string): string {
  return String(new ICAL.Component(ICAL.parse(text) as unknown as string).getFirstPropertyValue('method'));
}

function startsOf(main: ICAL.Event, zone: ICAL.Component | null): string[] {
  const utc = (time: ICAL.Time) => {
    const local = time.clone();
    if (zone !== null) local.zone = new ICAL.Timezone(zone);
    return new Date(local.toUnixTime() * 1000).toISOString();
  };
  if (!main.isRecurring()) return [utc(main.startDate)];
  const found: string[] = [];
  const each = main.iterator();
  for (let next = each.next(); next; next = each.next()) {
    const { item, startDate } = main.getOccurrenceDetails(next);
    if (item.component.getFirstPropertyValue('status') !== 'CANCELLED') found.push(utc(startDate));
  }
  return found.sort();
}

function messageOf(text: string): Message {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  const [event] = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  if (event === undefined) throw new Error('an invitation to nothing');
  const uids = new Set(calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one).uid));
  if (uids.size > 1) throw new Error('one mail is about one UID (RFC 5546, 3.2.2)');
  const stamp = String(event.component.getFirstPropertyValue('dtstamp'));
  return { method: methodOf(text), uid: event.uid, sequence: event.sequence, stamp, text };
}

/** Where all is equal, what takes away was said after what gave. */
function inOrder(one: Message, other: Message): number {
  if (one.sequence !== other.sequence) return one.sequence - other.sequence;
  if (one.stamp !== other.stamp) return one.stamp < other.stamp ? -1 : 1;
  return Number(one.method === 'CANCEL') - Number(other.method === 'CANCEL');
}

/** The parts of a mail that calendars read. */
function calendarsIn(mail: string): string[] {
  const [, headers = '', body = ''] =
    /(Content-Type: text\/calendar[\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n--/i.exec(mail) ?? [];
  if (headers === '') return [];
  if (/base64/i.test(headers)) return [Buffer.from(body, 'base64').toString('utf8')];
  if (!/quoted-printable/i.test(headers)) return [body];
  const octets = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return [Buffer.from(octets, 'latin1').toString('utf8')];
}
