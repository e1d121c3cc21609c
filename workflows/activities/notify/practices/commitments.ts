/** The words of promises. */
import type { CommitmentNotice } from '../../../contract/practices/commitments.ts';
import { answerBy, type Template } from '../template.ts';

export const commitmentTemplates: Record<CommitmentNotice, Template> = {
  'commitment-due': {
    subject: ({ networkName }) => `${networkName}: your promise is due soon`,
    body: ({ about, text, lines = [] }) => [
      `You promised (${about}):`,
      text ?? '(what you wrote has been taken back)',
      ...lines,
    ],
  },
  'commitment-asked': {
    subject: ({ networkName }) => `${networkName}: did you keep your promise?`,
    body: (words) => [
      `You promised (${words.about}):`,
      words.text ?? '(what you wrote has been taken back)',
      'Did you keep it? Nobody but you sees the answer; of all promises together the share that was kept is shown.',
      answerBy(words, 'settle-commitment', { commitment: words.about, kept: true }),
    ],
  },
};
