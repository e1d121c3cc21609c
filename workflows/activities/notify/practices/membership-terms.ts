/** What members are told about their terms. */
import type { MembershipNotice } from '../../../contract/practices/membership-terms.ts';
import { answerBy, type NoticeWords, type Template } from '../template.ts';

export const membershipTemplates: Record<MembershipNotice, Template> = {
  'term-ends': {
    subject: ({ networkName }) => `${networkName}: do you go on?`,
    body: (words) => ['Your term as a member ends soon. Do you go on, pause or leave?', ...threeWays(words)],
  },
  'term-ends-soon': {
    subject: ({ networkName }) => `${networkName}: do you go on? (reminder)`,
    body: (words) => ['Your term as a member ends soon, and you have not said what you want.', ...threeWays(words)],
  },
  'term-lapsed': {
    subject: ({ networkName }) => `${networkName}: your membership has ended`,
    body: () => [
      'Your term as a member is over, and you did not say that you go on: you are no member any more. If that was not what you wanted, tell whoever leads the network.',
    ],
  },
};

function threeWays(words: NoticeWords): string[] {
  return [
    answerBy(words, 'renew-membership', {}),
    'To be asked for nothing for a while: pause-membership, with the day until when. To end it: leave.',
  ];
}
