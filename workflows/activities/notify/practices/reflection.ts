/** The words of reflection. */
import type { ReflectionNotice } from '../../../contract/practices/reflection.ts';
import type { Template } from '../template.ts';

export const reflectionTemplates: Record<ReflectionNotice, Template> = {
  'reflection-shared': {
    subject: ({ networkName }) => `${networkName}: a member shares a reflection`,
    body: ({ text }) => [
      'A member looked back, and lets you read what came of it:',
      text ?? '(what was written has been taken back)',
    ],
  },
  'cycle-one-sided': {
    subject: ({ networkName }) => `${networkName}: this cycle was one-sided`,
    body: ({ about }) =>
      about.endsWith('-reflection')
        ? [
            'This cycle had no reflection: nobody looked back, told a story or said how you worked together.',
            'What was tried is learned from only when it is looked at. A prompt to reflect goes out now; give it time in your next session.',
          ]
        : [
            'This cycle had no action: nothing was adapted at home, tried out or taken up.',
            'Look with the members for one small thing that can be tried before the next cycle ends.',
          ],
  },
};
