/** The entry for the calendar that a notice brings along: made from what is recorded at the moment of sending. */
import { invitation, type Meeting, meetingOfRitual, meetingOfSession } from '../../../data/exchange/icalendar/index.ts';
import { subjectOf } from '../../../data/records/index.ts';
import { CALENDAR_NOTICES, type NoticeDraft } from '../../contract/index.ts';
import type { World } from '../world.ts';
import type { CalendarPart } from './notifier.ts';
import type { NoticeWords } from './template.ts';

export interface OfCalendar {
  part: CalendarPart;
  words: NonNullable<NoticeWords['meeting']>;
}

/** Null where the notice brings none, or what it is about is not there any more. */
export async function calendarPart(
  { store, people }: Pick<World, 'store' | 'people'>,
  network: string,
  networkName: string,
  { template, about }: NoticeDraft,
  to: string,
): Promise<OfCalendar | null> {
  const kind = CALENDAR_NOTICES[template];
  if (kind === undefined) return null;
  const open = (reference: string) => people.openText(network, reference);
  const subject = subjectOf(about);
  const [session] = kind.of === 'session' ? await store.read({ network, kind: 'session', subject }) : [];
  const [ritual] = kind.of === 'ritual' ? await store.read({ network, kind: 'ritual', subject }) : [];
  const meeting =
    session !== undefined
      ? await meetingOfSession(session, networkName, open)
      : ritual !== undefined
        ? await meetingOfRitual(ritual, networkName, open)
        : null;
  if (meeting === null) return null;
  const content = (from: string) => invitation(meeting, kind.method, { name: networkName, address: from }, to);
  return { part: { method: kind.method, content }, words: wordsOf(meeting) };
}

function wordsOf({ title, day, at, timeZone, minutes, place, series }: Meeting): OfCalendar['words'] {
  return { title, when: `${series?.held[0]?.day ?? day}, ${at} (${timeZone}), ${minutes} minutes`, place };
}
