/** The words of rituals. */
import type { RitualNotice } from '../../../contract/practices/rituals.ts';
import type { NoticeWords, Template } from '../template.ts';
import { meetingOf, titleOf } from './sessions.ts';

/** What the entry in the mail does: meetings that were held stay where they are. */
function goes({ meeting }: NoticeWords): string {
  return meeting?.last == null
    ? 'The entry in this mail takes it from your calendar.'
    : `The entry in this mail takes from your calendar what was still to come; meetings until ${meeting.last} stay.`;
}

function lastOf({ meeting }: NoticeWords): string {
  return meeting?.last ?? 'now';
}

export const ritualTemplates: Record<RitualNotice, Template> = {
  'ritual-invited': {
    subject: (words) => `${words.networkName}: ${titleOf(words)}, again and again`,
    body: (words) => [
      'The network meets in a rhythm. All dates are in the entry for your calendar that comes with this mail; the first:',
      ...meetingOf(words),
    ],
  },
  'ritual-changed': {
    subject: (words) => `${words.networkName}: changed: ${titleOf(words)}`,
    body: (words) => [
      'A series of meetings was changed; your calendar follows with the entry in this mail. From the change on:',
      ...meetingOf(words),
    ],
  },
  'ritual-until-change': {
    subject: (words) => `${words.networkName}: until now: ${titleOf(words)}`,
    body: (words) => [
      `A series of meetings was changed: ${titleOf(words)}. With the entry in this mail, those until ${lastOf(words)} stay in your calendar as they were, and later ones go from it. The new dates come with another mail, because calendars keep them as a series of their own.`,
    ],
  },
  'ritual-ended': {
    subject: (words) => `${words.networkName}: ended: ${titleOf(words)}`,
    body: (words) => [`This series of meetings has ended: ${titleOf(words)}. ${goes(words)}`],
  },
  'ritual-left': {
    subject: (words) => `${words.networkName}: no longer yours: ${titleOf(words)}`,
    body: (words) => [`You are no longer part of this series of meetings: ${titleOf(words)}. ${goes(words)}`],
  },
  'ritual-without-facilitator': {
    subject: ({ networkName }) => `${networkName}: nobody facilitates the next meeting yet`,
    body: (words) => [
      `Nobody has taken the next meeting of ${words.about} so far. It is in calendars and takes place; see that somebody leads it.`,
      ...(words.lines ?? []),
    ],
  },
  'ritual-turn': {
    subject: ({ networkName }) => `${networkName}: it is your turn to facilitate`,
    body: ({ about, lines = [] }) => [
      `The next meeting of ${about} is yours to facilitate: it is in your calendar. Who facilitates changes from meeting to meeting.`,
      ...lines,
    ],
  },
};
