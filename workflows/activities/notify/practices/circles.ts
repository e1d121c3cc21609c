/** The words of groups. */
import type { CircleNotice } from '../../../contract/practices/circles.ts';
import { answerBy, type Template } from '../template.ts';

const GONE = '(its name has been taken back)';

export const circleTemplates: Record<CircleNotice, Template> = {
  'circle-placed': {
    subject: ({ networkName }) => `${networkName}: you are in a group`,
    body: (words) => [
      `You were placed in a group (${words.about}):`,
      words.text ?? GONE,
      'Its meetings, where it has any, come with a mail of their own. If it is not for you, leave it:',
      answerBy(words, 'leave-circle', { circle: words.about }),
    ],
  },
  'circle-ended': {
    subject: ({ networkName }) => `${networkName}: a group has ended`,
    body: (words) => [`This group has ended (${words.about}): ${words.text ?? GONE}`],
  },
  'circle-yours': {
    subject: ({ networkName }) => `${networkName}: a group is yours to facilitate`,
    body: (words) => [
      `Whoever facilitated this group (${words.about}) has left the network; you facilitate it now: ${words.text ?? GONE}`,
    ],
  },
};
