import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What was decided in a session: among which options, why, and who decided by which right. */
export const SessionDecision = recordKind({
  name: 'session-decision',
  says: 'What was decided in a session: among which options, why, and who decided by which right.',
  schema: z.strictObject({
    decision: Id,
    session: Id,
    question: TextRef,
    /** A line each. */
    options: TextRef,
    /** Which of them, counted from 1. */
    chosen: z.int().min(1).max(20),
    rationale: TextRef,
    /** A right of the charter, or those present by consent. */
    right: z.string().min(1).max(60),
    decidedBy: z.array(Id).min(1),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.decision),
  columns: ['decision', 'session', 'question', 'options', 'chosen', 'rationale', 'right', 'decidedBy', 'at'],
  example: {
    decision: 'session-1.decision-1',
    session: 'session-1',
    question: 't-0123456789abcdef',
    options: 't-1123456789abcdef',
    chosen: 2,
    rationale: 't-2123456789abcdef',
    right: 'set-agenda',
    decidedBy: ['p01'],
    at: '2026-03-10T09:30:00.000Z',
  },
});

export type SessionDecisionBody = z.infer<typeof SessionDecision.schema>;
