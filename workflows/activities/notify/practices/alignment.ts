/** The words of the roadmap. */
import type { AlignmentNotice } from '../../../contract/practices/alignment.ts';
import { command, seeStatus, type Template } from '../template.ts';

export const alignmentTemplates: Record<AlignmentNotice, Template> = {
  'milestone-due': {
    subject: ({ networkName }) => `${networkName}: is a milestone reached?`,
    body: (words) => [
      `The day of the milestone ${words.about} has come. Say so once it is reached; until then the sponsor’s page shows it as late.`,
      command(words, 'reach-milestone', { milestone: words.about }),
    ],
  },
  'gate-open': {
    subject: ({ networkName }) => `${networkName}: a gate of the roadmap is open`,
    body: (words) => [
      `The day of ${words.about} has come. Whether the network passes is to be decided; the newest report has a page for it.`,
      seeStatus(words),
    ],
  },
};
