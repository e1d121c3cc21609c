/** The words of access needs and stipends. What somebody needs stands in one mail alone: to those who see to it. */
import type { AccessNotice } from '../../../contract/practices/access.ts';
import { answerBy, command, type Template } from '../template.ts';

export const accessTemplates: Record<AccessNotice, Template> = {
  'access-need-stated': {
    subject: ({ networkName }) => `${networkName}: what somebody needs in order to take part`,
    body: (words) => [
      'Somebody says what they need in order to take part. It is for your eyes: hand on no more of it than it takes.',
      words.text ?? '(what was written has been taken back)',
      'Say when it is met, or that it cannot be:',
      command(words, 'settle-access-need', { need: words.about, met: true }),
    ],
  },
  'access-need-waits': {
    subject: ({ networkName }) => `${networkName}: somebody waits for what they need`,
    body: ({ about }) => [
      `Nobody has seen to ${about} yet. Those who see to access needs have its words; see that one of them does.`,
    ],
  },
  'access-need-settled': {
    subject: ({ networkName }) => `${networkName}: about what you need in order to take part`,
    body: (words) => [
      ...(words.lines ?? []),
      'If it is otherwise, state it anew:',
      answerBy(words, 'state-access-need', { text: '…' }),
    ],
  },
  'stipend-asked': {
    subject: ({ networkName }) => `${networkName}: somebody asks for a stipend`,
    body: (words) => [
      ...(words.lines ?? []),
      ...(words.text === null ? [] : [words.text]),
      command(words, 'decide-stipend', { stipend: words.about, approve: true }),
    ],
  },
  'stipend-waits': {
    subject: ({ networkName }) => `${networkName}: a stipend is not decided on yet`,
    body: (words) => [
      ...(words.lines ?? []),
      command(words, 'decide-stipend', { stipend: words.about, approve: true }),
    ],
  },
  'stipend-decided': {
    subject: ({ networkName }) => `${networkName}: your stipend`,
    body: (words) => [...(words.lines ?? []), ...(words.text === null ? [] : [words.text])],
  },
};
