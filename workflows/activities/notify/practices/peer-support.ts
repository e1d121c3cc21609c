/** The words of peer support. */
import type { PeerSupportNotice } from '../../../contract/practices/peer-support.ts';
import { answerBy, type NoticeWords, type Template } from '../template.ts';

export const peerSupportTemplates: Record<PeerSupportNotice, Template> = {
  'help-asked': {
    subject: ({ networkName }) => `${networkName}: a member asks for your help`,
    body: (words) => [
      `A member is stuck, and it is your turn to be asked (${words.about}):`,
      handedOn(words),
      'A few lines are a good answer; if you know nothing of it, you need not do anything.',
      answerBy(words, 'help', { request: words.about, text: '…' }),
    ],
  },
  'help-still-asked': {
    subject: ({ networkName }) => `${networkName}: nobody has answered yet`,
    body: (words) => [
      `The request for help that came to you some days ago has no answer yet (${words.about}).`,
      answerBy(words, 'help', { request: words.about, text: '…' }),
    ],
  },
  'help-escalated': {
    subject: ({ networkName }) => `${networkName}: a request for help waits`,
    body: (words) => [
      `No peer has answered this request for help in time (${words.about}). Answer it, or bring the member together with somebody who can:`,
      handedOn(words),
      answerBy(words, 'help', { request: words.about, text: '…' }),
    ],
  },
  'help-came': {
    subject: ({ networkName }) => `${networkName}: an answer to your request`,
    body: (words) => [`A member answered your request for help (${words.about}):`, handedOn(words)],
  },
  'request-how-went': {
    subject: ({ networkName }) => `${networkName}: did it help?`,
    body: (words) => [
      `When you know whether your request is resolved (${words.about}), say so: others learn from it whether asking works.`,
      answerBy(words, 'end-request', { request: words.about, resolved: true }),
    ],
  },
};

/** Words of a member who has been erased since are gone, and nobody says whose they were. */
function handedOn({ text }: NoticeWords): string {
  return text ?? '(What was written has been taken back.)';
}
