/** The words of wins. */
import type { WinsNotice } from '../../../contract/practices/wins.ts';
import { answerBy, type NoticeWords, type Template } from '../template.ts';

export const winsTemplates: Record<WinsNotice, Template> = {
  'wins-preview': {
    subject: ({ networkName }) => `${networkName}: look at these stories before they are told on`,
    body: (words) => [
      `Their tellers agree that these are told on to all members (${words.about}). Leave out what should not be:`,
      ...passages(words, true),
      answerBy(words, 'approve-wins', { digest: words.about, drop: [] }),
      'If nobody says anything, the charter has said what becomes of them: weft charter explain tells it (whenUnanswered, of wins).',
    ],
  },
  'wins-digest': {
    subject: ({ networkName }) => `${networkName}: what became of it`,
    body: (words) => [
      'What members tell of:',
      ...passages(words, false),
      'Every one of them agreed that it is told on. What was it worth to you? Tell a story, too.',
    ],
  },
};

function passages({ passages: told }: NoticeWords, withIds: boolean): string[] {
  return told.map(({ id, text, by }) => `${withIds ? `${id}: ` : ''}“${text}”${by === null ? '' : ` (${by})`}`);
}
