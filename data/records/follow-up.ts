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
  }),
  subject: (body) => subjectOf(body.wave),
  columns: ['wave', 'closedAt', 'after'],
  example: { wave: 'follow-up-1', closedAt: '2027-01-05T09:00:00.000Z', after: 'P6M' },
});

export type FollowUpBody = z.infer<typeof FollowUp.schema>;
