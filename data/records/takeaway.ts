import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What a member takes home from a cycle to do, as their group knows it, and whom they reached with it. */
export const Takeaway = recordKind({
  name: 'takeaway',
  says: 'What a member takes home from a cycle to do, as their group knows it, and whom they reached with it.',
  schema: z.strictObject({
    group: Id,
    cycle: z.int().min(1),
    member: Id,
    task: TextRef,
    due: z.iso.date(),
    /** `unsaid`: the group ended, and its owner said nothing. */
    status: z.enum(['open', 'done', 'not-done', 'unsaid']),
    /** Members whom its owner told or showed it. */
    reached: z.array(Id).max(100),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.group, body.member),
  columns: ['group', 'cycle', 'member', 'task', 'due', 'status', 'reached', 'at'],
  example: {
    ...{ group: 'group-1', cycle: 1, member: 'p01', task: 't-0123456789abcdef', due: '2026-03-01' },
    ...{ status: 'done' as const, reached: ['p07', 'p08'], at: '2026-02-02T09:00:00.000Z' },
  },
});

export type TakeawayBody = z.infer<typeof Takeaway.schema>;
