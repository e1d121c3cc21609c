/** The words of the repository. */
import type { RepositoryNotice } from '../../../contract/practices/repository.ts';
import { answerBy, type Template } from '../template.ts';

const GONE = '(what was written has been taken back)';

export const repositoryTemplates: Record<RepositoryNotice, Template> = {
  'artifact-draft': {
    subject: ({ networkName }) => `${networkName}: keep what your experiment has shown`,
    body: (words) => [
      `Your experiment has ended, and a draft for the repository was made of it (${words.about}):`,
      words.text ?? GONE,
      'Give it a title, a summary that somebody understands who was not there, and a tag or two; or discard it.',
      answerBy(words, 'complete-artifact', { artifact: words.about, title: '…', summary: '…', tags: ['…'] }),
    ],
  },
  'artifact-review': {
    subject: ({ networkName }) => `${networkName}: does this still hold?`,
    body: (words) => [
      `You look after this in the repository (${words.about}):`,
      words.text ?? GONE,
      'Does it still hold? Keep it, update it, or retire it: what is out of date costs whoever finds it.',
      answerBy(words, 'review-artifact', { artifact: words.about, decision: 'keep' }),
    ],
  },
  'artifact-review-escalated': {
    subject: ({ networkName }) => `${networkName}: nobody has looked at this`,
    body: (words) => [
      `Who looks after this in the repository has not said whether it still holds (${words.about}):`,
      words.text ?? GONE,
      'Keep it, update it, or retire it; otherwise it is marked as stale.',
      answerBy(words, 'review-artifact', { artifact: words.about, decision: 'keep' }),
    ],
  },
};
