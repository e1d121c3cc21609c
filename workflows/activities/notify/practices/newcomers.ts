/** The words for newcomers and their buddies. */
import type { NewcomerNotice } from '../../../contract/practices/newcomers.ts';
import { answerBy, contacts, seeStatus, type Template } from '../template.ts';

export const newcomersTemplates: Record<NewcomerNotice, Template> = {
  'newcomer-welcome': {
    subject: ({ networkName }) => `${networkName}: how to find your way in`,
    body: ({ networkName }) => [
      `You come to ${networkName} when others are on their way already. Somebody of another organisation is asked to be your buddy: you hear who it is as soon as they agree.`,
      'Until then: what do you bring, and what are you looking for? Both are good first questions to anybody you meet here.',
    ],
  },
  'buddy-asked': {
    subject: ({ networkName }) => `${networkName}: will you be a newcomer’s buddy?`,
    body: (words) => [
      `Somebody of another organisation has just joined (${words.about}). A buddy meets them once or twice in the first weeks, and tells them whom to talk to. If you agree, each learns who the other is.`,
      answerBy(words, 'be-buddy', { newcomer: words.about, agree: true }),
    ],
  },
  'buddy-agreed': {
    subject: ({ networkName }) => `${networkName}: your buddy`,
    body: (words) => [
      `You are buddies (${words.about}) with ${contacts(words)}. Write a line and find half an hour; tell each other whom else to meet.`,
      answerBy(words, 'met-buddy', { newcomer: words.about }),
    ],
  },
  'newcomer-nudge': {
    subject: ({ networkName }) => `${networkName}: whom have you met so far?`,
    body: (words) => [
      'Nothing is known so far of anybody you have met here. Write to your buddy, ask a question in the next session, or ask for an introduction: whoever leads the network knows to whom.',
      seeStatus(words),
    ],
  },
  'newcomer-alone': {
    subject: ({ networkName }) => `${networkName}: a newcomer has nobody yet`,
    body: (words) => [
      `A newcomer (${words.about}) has no tie with anybody yet. Talk to them, and bring them together with somebody.`,
      seeStatus(words),
    ],
  },
  'newcomer-without-buddy': {
    subject: ({ networkName }) => `${networkName}: a newcomer has no buddy`,
    body: (words) => [
      `Nobody could be found to be the buddy of a newcomer (${words.about}). Find somebody, or be it yourself.`,
      seeStatus(words),
    ],
  },
};
