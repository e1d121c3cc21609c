/** The entry for the calendar that a notice brings along: made from what is recorded at the moment of sending. */
import {
  heldUntil,
  invitation,
  isException,
  type Meeting,
  meetingOfPart,
  meetingOfRitual,
  meetingOfSession,
  type OpenWords,
  type RitualFacts,
} from '../../../data/exchange/icalendar/index.ts';
import { type Fact, type Instant, subjectOf } from '../../../data/records/index.ts';
import { CALENDAR_NOTICES, type NoticeDraft } from '../../contract/index.ts';
import type { World } from '../world.ts';
import type { CalendarPart } from './notifier.ts';
import type { NoticeWords } from './template.ts';

export interface OfCalendar {
  part: CalendarPart;
  words: NonNullable<NoticeWords['meeting']>;
}

interface Asked {
  network: string;
  networkName: string;
  notice: NoticeDraft;
  to: string;
  at: Instant;
}

interface Entry {
  meeting: Meeting;
  method: CalendarPart['method'];
  exceptions: Meeting[];
  /** Of a series that ends: the last day that stays. */
  last: string | null;
}

type Places = Pick<World, 'store' | 'people'>;

/** Null where the notice brings none, or what it is about is not there any more. */
export async function calendarPart(places: Places, asked: Asked): Promise<OfCalendar | null> {
  const { networkName, notice, to } = asked;
  const kind = CALENDAR_NOTICES[notice.template];
  if (kind === undefined) return null;
  const entry =
    kind.of === 'session' ? await ofSession(places, asked, kind.method) : await ofSeries(places, asked, kind.method);
  if (entry === null) return null;
  const { meeting, method, exceptions, last } = entry;
  const content = (from: string) => invitation(meeting, method, { name: networkName, address: from }, to, exceptions);
  return { part: { method, content }, words: wordsOf(meeting, last) };
}

async function ofSession(places: Places, asked: Asked, method: CalendarPart['method']): Promise<Entry | null> {
  const { network, networkName, notice } = asked;
  const [session] = await places.store.read({ network, kind: 'session', subject: subjectOf(notice.about) });
  if (session === undefined) return null;
  const ritual = session.body.ritual === null ? null : await ritualOf(places, network, session.body.ritual);
  const meeting = await meetingOfSession(session, ritual, networkName, openerOf(places, network));
  return { meeting, method, exceptions: [], last: null };
}

async function ofSeries(places: Places, asked: Asked, method: CalendarPart['method']): Promise<Entry | null> {
  const { network, networkName, notice, at } = asked;
  const { ritual: id, part: number } = named(notice.about);
  const facts = await ritualOf(places, network, id);
  if (facts === null) return null;
  const open = openerOf(places, network);
  const running = await meetingOfRitual(facts, networkName, open);
  const exceptions = await exceptionsOf(places, facts, networkName, open);
  const over = facts.parts.find(({ body }) => (number === null ? body.because === 'ended' : body.part === number));
  if (over !== undefined && notice.template !== 'ritual-left') {
    const meeting = await meetingOfPart(facts, over, networkName, open);
    return { meeting, method: 'REQUEST', exceptions, last: lastOf(meeting) };
  }
  if (notice.template !== 'ritual-left') return { meeting: running, method, exceptions, last: null };
  const meeting = heldUntil(running, at);
  return meeting.isCancelled
    ? { meeting, method: 'CANCEL', exceptions: [], last: null }
    : { meeting, method: 'REQUEST', exceptions, last: lastOf(meeting) };
}

/** `ritual-1`, or `ritual-1.part-2`. */
function named(about: string): { ritual: string; part: number | null } {
  const found = /^(.+)\.part-(\d+)$/.exec(about);
  return found === null ? { ritual: about, part: null } : { ritual: found[1] as string, part: Number(found[2]) };
}

async function ritualOf({ store }: Places, network: string, id: string): Promise<RitualFacts | null> {
  const [ritual] = await store.read({ network, kind: 'ritual', subject: subjectOf(id) });
  if (ritual === undefined) return null;
  const parts = (await store.read({ network, kind: 'ritual-part' })).filter(({ body }) => body.ritual === id);
  return { ritual, parts: parts.sort((a, b) => a.body.part - b.body.part) };
}

/** Meetings of it that were moved or called off one by one. */
async function exceptionsOf(
  { store }: Places,
  facts: RitualFacts,
  networkName: string,
  open: OpenWords,
): Promise<Meeting[]> {
  const { network, body } = facts.ritual;
  const sessions = (await store.read({ network, kind: 'session' })).filter(
    (session: Fact<'session'>) => session.body.ritual === body.ritual && isException(session, facts),
  );
  return Promise.all(sessions.map((session) => meetingOfSession(session, facts, networkName, open)));
}

function openerOf({ people }: Places, network: string): OpenWords {
  return (reference) => people.openText(network, reference);
}

function lastOf({ series }: Meeting): string | null {
  return series?.held.at(-1)?.day ?? null;
}

function wordsOf(
  { title, day, at, timeZone, minutes, place, series }: Meeting,
  last: string | null,
): OfCalendar['words'] {
  const when = `${series?.held[0]?.day ?? day}, ${at} (${timeZone}), ${minutes} minutes`;
  return { title, when, place, last };
}
