/** The words of variants. */
import type { VariantNotice } from '../../../contract/practices/variants.ts';
import type { Template } from '../template.ts';

const GONE = '(what was written has been taken back)';

export const variantTemplates: Record<VariantNotice, Template> = {
  'variant-arm': {
    subject: ({ networkName }) => `${networkName}: how it is done where you are`,
    body: (words) => [
      `A part of the network is run in several ways at once, to learn which serves members better (${words.about}). With you it is done like this:`,
      words.text ?? GONE,
      'It says nothing about you: nobody is judged by it, and only figures of groups are compared. You have nothing to do; take part as you would.',
    ],
  },
  'variant-ended': {
    subject: ({ networkName }) => `${networkName}: what was decided after trying several ways`,
    body: (words) => [
      `A part of the network was run in several ways at once (${words.about}). That has ended. What was decided:`,
      words.text ?? GONE,
    ],
  },
};
