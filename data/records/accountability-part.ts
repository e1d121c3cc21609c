import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member takes part in accountability groups, or no longer. */
export const AccountabilityPart = recordKind({
  name: 'accountability-part',
  says: 'A member takes part in accountability groups, or no longer.',
  schema: z.strictObject({
    member: Id,
    status: z.enum(['in', 'out']),
    /** With whom they are not to be in a group: for the matching alone, and shown to nobody. */
    notWith: z.array(Id).max(20),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.member),
  columns: ['member', 'status', 'notWith', 'at'],
  example: { member: 'p01', status: 'in' as const, notWith: [], at: '2026-02-02T09:00:00.000Z' },
});

export type AccountabilityPartBody = z.infer<typeof AccountabilityPart.schema>;
