/** The words of thanks. */
import type { RecognitionNotice } from '../../../contract/practices/recognition.ts';
import { answerBy, type NoticeWords, type Template } from '../template.ts';

export const recognitionTemplates: Record<RecognitionNotice, Template> = {
  thanks: {
    subject: ({ networkName }) => `${networkName}: thank you`,
    body: (words) => [...forWhat(words), 'Nobody else hears of it.'],
  },
  'thanks-ask': {
    subject: ({ networkName }) => `${networkName}: thank you`,
    body: (words) => [
      ...forWhat(words),
      'May others hear that you are thanked? They would read your name among others, in the order of names, and not for what or how much. If you say nothing, nobody else hears of it.',
      answerBy(words, 'agree-recognition', { round: words.about, public: true }),
    ],
  },
  'thanks-public': {
    subject: ({ networkName }) => `${networkName}: thanks to members`,
    body: ({ passages }) => [
      'They helped others of late, and agreed that you hear of it. In the order of names:',
      passages.map(({ text }) => text).join('\n'),
    ],
  },
};

function forWhat({ passages }: NoticeWords): string[] {
  return ['The network thanks you:', passages.map(({ id, text }) => `- ${text} (${id})`).join('\n')];
}
