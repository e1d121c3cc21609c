/** The words of sessions. */
import type { SessionNotice } from '../../../contract/practices/sessions.ts';
import { answerBy, command, type NoticeWords, type Template } from '../template.ts';

export const sessionTemplates: Record<SessionNotice, Template> = {
  'session-invited': {
    subject: (words) => `${words.networkName}: ${titleOf(words)}`,
    body: (words) => [
      ...meetingOf(words),
      'The entry for your calendar is with this mail. Do you come?',
      answerBy(words, 'come-to-session', { session: words.about, coming: true }),
    ],
  },
  'session-moved': {
    subject: (words) => `${words.networkName}: moved: ${titleOf(words)}`,
    body: (words) => ['A session was moved; your calendar follows with the entry in this mail.', ...meetingOf(words)],
  },
  'session-called-off': {
    subject: (words) => `${words.networkName}: called off: ${titleOf(words)}`,
    body: (words) => [
      `This session is called off: ${titleOf(words)}. The entry in this mail takes it from your calendar.`,
    ],
  },
  'session-left': {
    subject: (words) => `${words.networkName}: no longer yours: ${titleOf(words)}`,
    body: (words) => [
      `You are not expected at this session any more: ${titleOf(words)}. The entry in this mail takes it from your calendar.`,
    ],
  },
  'session-yours': {
    subject: ({ networkName }) => `${networkName}: a session is yours to facilitate`,
    body: ({ about }) => [
      `Whoever would have facilitated a session (${about}) has left the network: it is yours now. move-session and call-off-session are for you, if it cannot be then.`,
    ],
  },
  'session-near': {
    subject: ({ networkName }) => `${networkName}: a session is near`,
    body: ({ about }) => [`You said that you come to a session which is near (${about}). It is in your calendar.`],
  },
  'session-of-ritual': {
    subject: ({ networkName }) => `${networkName}: the next meeting`,
    body: (words) => [
      `The next meeting of a series that is in your calendar is near (${words.about}). Do you come?`,
      answerBy(words, 'come-to-session', { session: words.about, coming: true }),
    ],
  },
  'session-plan-asked': {
    subject: ({ networkName }) => `${networkName}: your session has no agenda yet`,
    body: (words) => [
      `You facilitate a session (${words.about}). Give it an agenda, a line an item, each with its minutes.`,
      command(words, 'plan-session', { session: words.about, agenda: '…\n…', timeBoxes: [10, 50] }),
    ],
  },
  'session-attendance-asked': {
    subject: ({ networkName }) => `${networkName}: were you there?`,
    body: (words) => [
      `You said that you would come to a session (${words.about}). Were you there?`,
      answerBy(words, 'confirm-attendance', { session: words.about, attended: true }),
    ],
  },
  'session-record-asked': {
    subject: ({ networkName }) => `${networkName}: what is left of your session?`,
    body: (words) => [
      `You facilitated a session (${words.about}). Say who was there, give its notes, and document what was decided.`,
      command(words, 'record-session', { session: words.about, attended: ['…'], notes: '…' }),
      'decide-in-session documents a decision with its options and reasons; solve-together says who worked with whom on what.',
    ],
  },
};

export function titleOf({ meeting, about }: NoticeWords): string {
  return meeting?.title ?? about;
}

export function meetingOf({ meeting, about }: NoticeWords): string[] {
  if (meeting === null) return [`(${about})`];
  const place = meeting.place === null ? [] : [meeting.place];
  return [[meeting.title, meeting.when, ...place].join('\n')];
}
