import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Two, three or four members who hold each other to what they take away from a cycle. */
export const AccountabilityGroup = recordKind({
  name: 'accountability-group',
  says: 'Two, three or four members who hold each other to what they take away from a cycle.',
  schema: z.strictObject({
    group: Id,
    cycle: z.int().min(1),
    /** Who is in it now; who left is not. */
    members: z.array(Id).max(10),
    /** Why these, as the matching computed it. */
    because: z.string().max(1000),
    status: z.enum(['open', 'ended', 'dissolved']),
    formedAt: Instant,
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.group),
  columns: ['group', 'cycle', 'members', 'because', 'status', 'formedAt', 'endedAt'],
  example: {
    ...{ group: 'group-1', cycle: 1, members: ['p01', 'p21', 'p22'], because: 'The 3 differ in organisation.' },
    ...{ status: 'open' as const, formedAt: '2026-02-02T09:00:00.000Z', endedAt: null },
  },
});

export type AccountabilityGroupBody = z.infer<typeof AccountabilityGroup.schema>;
