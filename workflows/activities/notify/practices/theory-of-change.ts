/** The words about theory of change and maturity. */
import type { TheoryNotice } from '../../../contract/practices/theory-of-change.ts';
import type { Template } from '../template.ts';

export const theoryTemplates: Record<TheoryNotice, Template> = {
  'theory-written': {
    subject: ({ networkName }) => `${networkName}: how we think that it works`,
    body: ({ about, text }) => [
      `This is how the network thinks that what it does leads to what it wants (${about.replace('-', ' ')}):`,
      text ?? '(what was written has been taken back)',
      'Where you see it otherwise, say so: the next version is better for it.',
    ],
  },
  'maturity-set': {
    subject: ({ networkName, about }) => `${networkName} is ${about} now`,
    body: ({ about, text }) => [
      `The network has come to another stage of its growth: ${about}. The reason that was given:`,
      text ?? '(what was written has been taken back)',
    ],
  },
};
