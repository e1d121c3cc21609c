import { z } from 'zod';
import { Instant, subjectOf } from './common.ts';
import { Duration } from './duration-schema.ts';
import { recordKind } from './record-kind.ts';

/** A survey wave after the network has closed, which asks what of it lasts. */
export const FollowUp = recordKind({
  name: 'follow-up',
  says: 'A survey wave after the network has closed, which asks what of it lasts.',
  schema: z.strictObject({
    wave: z.string().min(1).max(40),
    closedAt: Instant,
    /** How long after the close. */
    after: Duration,
    /** Null until it is over. Ties that were named in the last survey before the close, and what of them is named again. */
    result: z
      .strictObject({
        /** The survey before the close; null where there was none. */
        baseline: z.string().min(1).max(40).nullable(),
        answeredBoth: z.int().min(0),
        before: z.int().min(0),
        kept: z.int().min(0),
        /** Ties of members who did not answer again. */
        unknown: z.int().min(0),
      })
      .nullable(),
  }),
  subject: (body) => subjectOf(body.wave),
  columns: ['wave', 'closedAt', 'after', 'result'],
  example: {
    ...{ wave: 'follow-up-1', closedAt: '2027-01-05T09:00:00.000Z', after: 'P6M' },
    result: { baseline: '2', answeredBoth: 9, before: 20, kept: 12, unknown: 6 },
  },
});

export type FollowUpBody = z.infer<typeof FollowUp.schema>;
