import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What somebody needs in order to take part. Their words are sealed, and go to those alone who see to it. */
export const AccessNeed = recordKind({
  name: 'access-need',
  says: 'What somebody needs in order to take part, and whether it is met. Their words are sealed.',
  schema: z.strictObject({
    need: Id,
    member: Id,
    text: TextRef,
    statedAt: Instant,
    status: z.enum(['open', 'met', 'not-met', 'withdrawn']),
    settledAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.need),
  columns: ['need', 'member', 'text', 'statedAt', 'status', 'settledAt'],
  example: {
    need: 'need-1',
    member: 'p01',
    text: 't-0123456789abcdef',
    statedAt: '2026-03-02T09:00:00.000Z',
    status: 'met',
    settledAt: '2026-03-06T09:00:00.000Z',
  },
});

export type AccessNeedBody = z.infer<typeof AccessNeed.schema>;
