import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const attribution = practice({
  name: 'attribution',
  title: 'Boundaries of attribution',
  rows: [{ row: 50, title: 'Boundaries of attribution' }],
  chapter: 'capture-and-spread',
  does: 'A member says what the network contributed to an outcome: with evidence, with at least one other explanation and whether it still stands, and with how sure they are and why. Others add explanations; somebody else reviews it. The report shows claims with their rivals, and never a percentage of an effect.',
  beginsIn: 'learning',
  settings: z.strictObject({
    reviewWithin: Duration.default('P14D'),
    endAfter: Duration.default('P28D'),
    openPerMember: z.int().min(1).max(20).default(3),
  }),
  explains: {
    reviewWithin: 'When leads are asked as well, where nobody has reviewed a claim.',
    endAfter: 'How long after that a review is still waited for; a claim without one is shown as that.',
    openPerMember: 'How many claims of a member may be in review at once.',
  },
  records: ['contribution-claim'],
  metrics: ['claims-supported'],
  section: 'attribution',
});
