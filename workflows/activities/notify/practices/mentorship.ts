/** The words of mentorships. */
import { partOf } from '../../../contract/index.ts';
import type { MentorshipNotice } from '../../../contract/practices/mentorship.ts';
import { answerBy, because, command, contacts, seeStatus, type Template } from '../template.ts';

export const mentorshipTemplates: Record<MentorshipNotice, Template> = {
  'mentoring-open': {
    subject: ({ networkName }) => `${networkName}: a mentor for you, or you for somebody?`,
    body: (words) => [
      'Members of other organisations can be mentors to each other: mentoring, reverse mentoring, a job shadow, a pairing. Say what you offer, or what you look for; you are matched at the next round, and both agree before either learns who the other is.',
      answerBy(words, 'offer-mentoring', { kinds: ['mentoring'], skills: ['…'], capacity: 1 }),
      command(words, 'seek-mentoring', { kind: 'mentoring', wish: '…' }),
    ],
  },
  'mentorship-asked': {
    subject: ({ networkName }) => `${networkName}: a mentorship for you?`,
    body: (words) => [
      `There is a match for you (${words.about}). If both of you agree, each learns who the other is; until then neither does.`,
      ...because(words),
      answerBy(words, 'consent-mentorship', { mentorship: words.about, agree: true }),
    ],
  },
  'mentorship-agreed': {
    subject: ({ networkName }) => `${networkName}: your mentorship begins`,
    body: (words) => [
      `Both of you agreed (${words.about}). You meet ${contacts(words)}.`,
      'At your first talk, agree on a goal, on how often you meet, and on some milestones; one of you writes it down.',
      answerBy(words, 'agree-mentorship', {
        mentorship: words.about,
        goal: '…',
        meet: 'fortnightly',
        milestones: ['2026-05-01'],
      }),
    ],
  },
  'mentorship-milestone': {
    subject: ({ networkName }) => `${networkName}: a milestone of your mentorship`,
    body(words) {
      const [mentorship, milestone] = partOf(words.about);
      return [
        `Milestone ${milestone} of your mentorship (${mentorship}) is due. Is it reached? If it is not, either of you can write down new days: agree-mentorship.`,
        answerBy(words, 'mentorship-milestone-reached', { mentorship, milestone }),
      ];
    },
  },
  'mentorship-pulse': {
    subject: ({ networkName }) => `${networkName}: how does your mentorship go?`,
    body: (words) => [
      `How does your mentorship go (${words.about}), from 1, not at all, to 4, very well? Nobody is told what you say: it only decides whether somebody asks whether help is needed.`,
      answerBy(words, 'pulse-mentorship', { mentorship: words.about, rating: 3 }),
    ],
  },
  'mentorship-at-risk': {
    subject: ({ networkName }) => `${networkName}: a mentorship may need help`,
    body: (words) => [
      `The mentorship ${words.about} may need help. What either said is not passed on; ask both how it goes.`,
      seeStatus(words),
    ],
  },
  'mentorship-rematch': {
    subject: ({ networkName }) => `${networkName}: your mentorship ends, and you can have another`,
    body: (words) => [
      `Your mentorship (${words.about}) has not become what it was meant to be, and ends here; that happens, and is nobody’s fault. What you offered or looked for still stands: at the next round you are matched with somebody else. If you would rather not, withdraw what you offered or looked for.`,
      command(words, 'withdraw-mentoring', { as: 'mentee' }),
    ],
  },
  'mentorship-over': {
    subject: ({ networkName }) => `${networkName}: how did your mentorship end?`,
    body: (words) => [
      `The time of your mentorship (${words.about}) is over. Did you reach what you set out for?`,
      answerBy(words, 'end-mentorship', { mentorship: words.about, outcome: 'completed' }),
    ],
  },
  'mentorship-ended': {
    subject: ({ networkName }) => `${networkName}: your mentorship has ended`,
    body: ({ about }) => [
      `Your mentorship (${about}) has ended. What you offered or looked for still stands for the next round.`,
    ],
  },
};
