/** The words of accountability groups. */
import type { AccountabilityNotice } from '../../../contract/practices/accountability.ts';
import { answerBy, because, contacts, type Template } from '../template.ts';

export const accountabilityTemplates: Record<AccountabilityNotice, Template> = {
  'accountability-open': {
    subject: ({ networkName }) => `${networkName}: a small group that holds you to what you take home?`,
    body: (words) => [
      'In every cycle small groups are formed of members who want one: each takes a task home, and the others ask how far it came. In each cycle it is other people, as far as that can be.',
      answerBy(words, 'join-accountability', {}),
    ],
  },
  'group-formed': {
    subject: ({ networkName }) => `${networkName}: your group for this cycle`,
    body: (words) => [
      `You are in a group (${words.about}) with ${contacts(words)}.`,
      ...because(words),
      'Say what you take home to do, and until when. Your group knows of it, and you are asked how far you came.',
      answerBy(words, 'take-task', { group: words.about, task: '…', due: '2026-05-01' }),
    ],
  },
  'group-changed': {
    subject: ({ networkName }) => `${networkName}: your group has changed`,
    body: (words) => [`Your group (${words.about}) has changed. You are in it with ${contacts(words)} now.`],
  },
  'task-taken': {
    subject: ({ networkName }) => `${networkName}: what one of your group takes home`,
    body: ({ text }) => [
      'A member of your group has taken this home to do:',
      text ?? '(what was written has been taken back)',
    ],
  },
  'task-asked': {
    subject: ({ networkName }) => `${networkName}: how far is your task?`,
    body: (words) => [
      `You took this home from the cycle (${words.about}):`,
      words.text ?? '(what you wrote has been taken back)',
      'Is it done? And whom did you tell of it, or show it, in the network?',
      answerBy(words, 'task-check-in', { group: words.about, done: true, reached: ['…'] }),
    ],
  },
};
