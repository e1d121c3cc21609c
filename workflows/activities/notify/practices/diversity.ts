/** The words of the gate before learning begins. */
import type { DiversityNotice } from '../../../contract/practices/diversity.ts';
import { command, type Template } from '../template.ts';

export const diversityTemplates: Record<DiversityNotice, Template> = {
  'diversity-gaps': {
    subject: ({ networkName }) => `${networkName}: who is missing?`,
    body: (words) => [
      'The invitation has closed, and those who joined are less mixed than your charter asks for.',
      ...(words.lines ?? []),
      'Extend asks everybody who has not answered once more; go-on begins with those who are there. Nobody decides: it goes on.',
      command(words, 'decide', { decision: words.about, option: 'extend' }),
    ],
  },
};
