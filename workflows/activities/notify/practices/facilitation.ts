/** The words of the rota. */
import type { FacilitationNotice } from '../../../contract/practices/facilitation.ts';
import { answerBy, command, type Template } from '../template.ts';

export const facilitationTemplates: Record<FacilitationNotice, Template> = {
  'turn-asked': {
    subject: ({ networkName }) => `${networkName}: will you facilitate?`,
    body: (words) => [
      `It is your turn to facilitate (${words.about}). Turns go around among those who were trained, so that nobody carries more than others.`,
      ...(words.lines ?? []),
      answerBy(words, 'answer-turn', { turn: words.about, accept: true }),
      command(words, 'swap-turn', { turn: words.about, with: '…' }),
    ],
  },
  'turn-open': {
    subject: ({ networkName }) => `${networkName}: nobody facilitates yet`,
    body: (words) => [
      `For ${words.about} nobody could be found who was trained and can. Lead it yourself, or have somebody trained and note it:`,
      ...(words.lines ?? []),
      command(words, 'record-training', { member: '…', on: '2026-02-10' }),
    ],
  },
};
