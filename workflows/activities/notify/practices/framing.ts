/** The words of framing and catching up. */
import type { FramingNotice } from '../../../contract/practices/framing.ts';
import { command, type Template } from '../template.ts';

export const framingTemplates: Record<FramingNotice, Template> = {
  'framing-asked': {
    subject: ({ networkName }) => `${networkName}: what does this cycle ask?`,
    body: (words) => [
      `A learning cycle has begun (${words.about}). Write down what it asks and what you expect, so that those who come later can follow.`,
      command(words, 'frame-cycle', { question: '…', hypotheses: '…' }),
    ],
  },
  'catch-up': {
    subject: ({ networkName }) => `${networkName}: what has happened`,
    body: ({ changes }) => [...changes],
  },
};
