import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Whether a member is in a circle, and how they came there. */
export const CircleMember = recordKind({
  name: 'circle-member',
  says: 'Whether a member is in a circle, and how they came there.',
  schema: z.strictObject({
    circle: Id,
    member: Id,
    isIn: z.boolean(),
    how: z.enum(['joined', 'placed', 'left', 'ended']),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.circle, body.member),
  columns: ['circle', 'member', 'isIn', 'how', 'at'],
  example: { circle: 'circle-1', member: 'p01', isIn: true, how: 'joined', at: '2026-03-03T09:00:00.000Z' },
});

export type CircleMemberBody = z.infer<typeof CircleMember.schema>;
