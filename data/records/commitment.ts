import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What a member promised to do by a day, and what they say came of it. */
export const Commitment = recordKind({
  name: 'commitment',
  says: 'What a member promised to do by a day, and what they say came of it.',
  schema: z.strictObject({
    commitment: Id,
    member: Id,
    /** What is promised, in the member's own words. */
    text: TextRef,
    due: z.iso.date(),
    madeAt: Instant,
    /** `unsaid`: the day is long past, and its owner said nothing. */
    status: z.enum(['open', 'kept', 'not-kept', 'unsaid']),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.commitment),
  columns: ['commitment', 'member', 'text', 'due', 'madeAt', 'status', 'endedAt'],
  example: {
    commitment: 'promise-1',
    member: 'p01',
    text: 't-0123456789abcdef',
    due: '2026-04-01',
    madeAt: '2026-03-02T09:00:00.000Z',
    status: 'kept',
    endedAt: '2026-04-02T10:00:00.000Z',
  },
});

export type CommitmentBody = z.infer<typeof Commitment.schema>;
