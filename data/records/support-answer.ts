import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member answered another member's request for help. */
export const SupportAnswer = recordKind({
  name: 'support-answer',
  says: 'A member answered another member’s request for help.',
  schema: z.strictObject({
    answer: Id,
    request: Id,
    member: Id,
    text: TextRef,
    at: Instant,
  }),
  subject: (body) => subjectOf(body.answer),
  columns: ['answer', 'request', 'member', 'text', 'at'],
  example: {
    answer: 'request-1.1',
    request: 'request-1',
    member: 'p05',
    text: 't-0123456789abcdef',
    at: '2026-03-04T15:30:00.000Z',
  },
});

export type SupportAnswerBody = z.infer<typeof SupportAnswer.schema>;
