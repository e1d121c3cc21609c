/** The words about problems. */
import type { ProblemNotice } from '../../../contract/practices/problems.ts';
import { command, type NoticeWords, type Template } from '../template.ts';

export const problemTemplates: Record<ProblemNotice, Template> = {
  'problem-asked': {
    subject: ({ networkName }) => `${networkName}: a cycle waits for its problem`,
    body: (words) => [
      `The next learning cycle is to take up ${words.about}, and begins once a problem makes it real: what is measured, where it stands, where it should be, and by when.`,
      state(words),
    ],
  },
  'problem-reminder': {
    subject: ({ networkName }) => `${networkName}: a cycle still waits for its problem`,
    body: (words) => [`The learning cycle on ${words.about} has not begun, for want of a problem.`, state(words)],
  },
  'problem-escalated': {
    subject: ({ networkName }) => `${networkName}: stating a problem came to you`,
    body: (words) => [
      `The learning cycle on ${words.about} still waits for its problem. The deputy may state it as well from now on.`,
      state(words),
    ],
  },
  'problem-due': {
    subject: ({ networkName }) => `${networkName}: where does a problem stand?`,
    body: (words) => [
      `The day has come by which ${words.about} was to be better. Where does it stand?`,
      command(words, 'measure-problem', { problem: words.about, value: 0 }),
    ],
  },
};

function state(words: NoticeWords): string {
  const payload = { item: words.about, measure: '…', unit: '…', baseline: 0, target: 0, due: '…' };
  return command(words, 'state-problem', payload);
}
