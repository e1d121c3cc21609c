/** The words of the after-action pulse: what was said, and what is done about it. */
import { partOf } from '../../../contract/index.ts';
import type { AfterActionNotice } from '../../../contract/practices/after-action.ts';
import { answerBy, type Template } from '../template.ts';

export const afterActionTemplates: Record<AfterActionNotice, Template> = {
  'point-asked': {
    subject: ({ networkName }) => `${networkName}: members said; what do we do?`,
    body(words) {
      const [round, point] = partOf(words.about);
      return [
        `Members looked at how they work together, and this came up (${words.about}):`,
        words.text ?? words.lines?.join('\n') ?? '(what was written has been taken back)',
        'Say what you do about it, in a sentence or two. To do nothing is an answer too, with the reason. Do not try to find out who said it.',
        answerBy(words, 'answer-point', { round, point, did: 'You said … We …' }),
      ];
    },
  },
  'point-answered': {
    subject: ({ networkName }) => `${networkName}: you said, we did`,
    body: ({ text, about }) => [
      `To what members said of how we work together (${about}), the facilitators answer:`,
      text ?? '(what was written has been taken back)',
    ],
  },
};
