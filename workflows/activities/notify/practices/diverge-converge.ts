/** The words of questions, ideas and rankings. */
import type { IdeaNotice } from '../../../contract/practices/diverge-converge.ts';
import { answerBy, listed, type Template } from '../template.ts';

const GONE = '(what was written has been taken back)';

export const ideaTemplates: Record<IdeaNotice, Template> = {
  'ideas-asked': {
    subject: ({ networkName }) => `${networkName}: which ideas do you have?`,
    body: (words) => [
      `A question for everybody (${words.about}):`,
      words.text ?? GONE,
      'Every idea counts, also a half one. Nobody learns whose an idea is before all have been ranked, and nothing is ranked before all are in.',
      answerBy(words, 'add-idea', { round: words.about, text: '…' }),
    ],
  },
  'ideas-to-rank': {
    subject: ({ networkName }) => `${networkName}: rank the ideas`,
    body: (words) => [
      `All ideas are in (${words.about}):`,
      words.text ?? GONE,
      listed(words),
      'Rank those you care for, best first.',
      answerBy(words, 'rank-ideas', { round: words.about, ranking: words.ideas.slice(0, 2).map(({ idea }) => idea) }),
    ],
  },
  'ideas-ranked': {
    subject: ({ networkName }) => `${networkName}: what came out on top`,
    body: (words) => [`The ideas are ranked (${words.about}), best first:`, words.text ?? GONE, listed(words)],
  },
};
