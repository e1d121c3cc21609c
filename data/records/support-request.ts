import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** How far a member's request for help has come: who was asked, who answered, and whether it helped. */
export const SupportRequest = recordKind({
  name: 'support-request',
  says: 'How far a member’s request for help has come: who was asked, who answered, and whether it helped.',
  schema: z.strictObject({
    request: Id,
    askedBy: Id,
    /** What it is about, in the member's own words. */
    text: TextRef.nullable(),
    askedAt: Instant,
    status: z.enum(['open', 'answered', 'resolved', 'not-resolved', 'lapsed']),
    /** Peers whom the engine asked, and whether facilitators were asked as well. */
    asked: z.array(Id),
    escalated: z.boolean(),
    /** In the order of their first answer. */
    answeredBy: z.array(Id),
    firstAnswerAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.request),
  columns: [
    'request',
    'askedBy',
    'text',
    'askedAt',
    'status',
    'asked',
    'escalated',
    'answeredBy',
    'firstAnswerAt',
    'endedAt',
  ],
  example: {
    request: 'request-1',
    askedBy: 'p01',
    text: null,
    askedAt: '2026-03-02T09:00:00.000Z',
    status: 'answered',
    asked: ['p02', 'p05'],
    escalated: false,
    answeredBy: ['p05'],
    firstAnswerAt: '2026-03-04T15:30:00.000Z',
    endedAt: null,
  },
});

export type SupportRequestBody = z.infer<typeof SupportRequest.schema>;
