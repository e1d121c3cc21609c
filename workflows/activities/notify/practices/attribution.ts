/** The words of contribution claims. */
import type { AttributionNotice } from '../../../contract/practices/attribution.ts';
import { answerBy, type Template } from '../template.ts';

const GONE = '(what was written has been taken back)';

export const attributionTemplates: Record<AttributionNotice, Template> = {
  'claim-review': {
    subject: ({ networkName }) => `${networkName}: does the evidence support this?`,
    body: (words) => [
      `A member claims that the network contributed this to an outcome (${words.about}):`,
      words.text ?? GONE,
      'Look at the evidence and at what else may explain the outcome. That the network contributed is not that it alone brought it about; no percentage is asked for.',
      `The evidence, and what else may explain it: weft words ${words.network} --as ${words.person} --about ${words.about}`,
      answerBy(words, 'review-claim', { claim: words.about, supported: true, reason: '…' }),
    ],
  },
  'claim-reviewed': {
    subject: ({ networkName }) => `${networkName}: what you claimed has been reviewed`,
    body: (words) => [`Your claim (${words.about}) has been reviewed. The reason that is given:`, words.text ?? GONE],
  },
};
