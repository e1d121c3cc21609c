/** The words of rituals. */
import type { RitualNotice } from '../../../contract/practices/rituals.ts';
import type { Template } from '../template.ts';
import { meetingOf, titleOf } from './sessions.ts';

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
      'A series of meetings was changed; your calendar follows with the entry in this mail.',
      ...meetingOf(words),
    ],
  },
  'ritual-ended': {
    subject: (words) => `${words.networkName}: ended: ${titleOf(words)}`,
    body: (words) => [
      `This series of meetings has ended: ${titleOf(words)}. The entry in this mail takes it from your calendar.`,
    ],
  },
  'ritual-left': {
    subject: (words) => `${words.networkName}: no longer yours: ${titleOf(words)}`,
    body: (words) => [
      `You are no longer part of this series of meetings: ${titleOf(words)}. The entry in this mail takes it from your calendar.`,
    ],
  },
  'ritual-turn': {
    subject: ({ networkName }) => `${networkName}: it is your turn to facilitate`,
    body: ({ about }) => [
      `The next meeting of ${about} is yours to facilitate: it is in your calendar. Who facilitates changes from meeting to meeting.`,
    ],
  },
};
