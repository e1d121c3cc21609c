import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { RoundId, SCALE_POINTS } from './questionnaire.ts';
import { recordKind } from './record-kind.ts';

/** A member says, from 1 to 4, how much something holds of the contact with another: trust, value. */
export const TieRating = recordKind({
  name: 'tie-rating',
  says: 'A member says, from 1 to 4, how much something holds of the contact with another: trust, value.',
  schema: z.strictObject({
    round: RoundId,
    from: Id,
    to: Id,
    /** The item of the questionnaire: `trust`, `value`. */
    item: z.string().min(1).max(40),
    rating: z.int().min(1).max(SCALE_POINTS),
  }),
  subject: (body) => subjectOf(body.round, body.from, body.to, body.item),
  columns: ['round', 'from', 'to', 'item', 'rating'],
  example: { round: 'relational-1', from: 'p01', to: 'p02', item: 'trust', rating: 3 },
});

export type TieRatingBody = z.infer<typeof TieRating.schema>;
