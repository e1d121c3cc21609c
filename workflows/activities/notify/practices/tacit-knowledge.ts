/** The words of what is learned by doing. */
import type { TacitNotice } from '../../../contract/practices/tacit-knowledge.ts';
import { answerBy, command, type Template } from '../template.ts';

export const tacitTemplates: Record<TacitNotice, Template> = {
  'knowledge-asked': {
    subject: ({ networkName }) => `${networkName}: what did you learn that nobody has said?`,
    body: (words) => [
      `Some days ago you took part in ${words.lines?.[0] ?? 'something'} (${words.about}). What did you do, or see somebody do, that is in no minutes: a trick, a doubt, an order of things?`,
      answerBy(words, 'note-knowledge', { prompt: words.about, text: '…' }),
    ],
  },
  'knowledge-still-asked': {
    subject: ({ networkName }) => `${networkName}: a line is enough`,
    body: (words) => [
      `You were asked what you learned by doing (${words.about}). A line is enough; nobody asks again.`,
      answerBy(words, 'note-knowledge', { prompt: words.about, text: '…' }),
    ],
  },
  'note-to-curate': {
    subject: ({ networkName }) => `${networkName}: a note waits for you`,
    body: (words) => [
      `A member noted something learned by doing (${words.about}):`,
      words.text ?? '(what was written has been taken back)',
      'Make a pattern of it, merge it into one, or set it aside.',
      command(words, 'curate-note', { note: words.about, decision: 'accept', title: '…' }),
    ],
  },
};
