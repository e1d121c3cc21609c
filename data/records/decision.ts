import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Who decided what, by which right, and when nobody did, what was done by default. */
export const Decision = recordKind({
  name: 'decision',
  says: 'Who decided what, by which right, and when nobody did, what was done by default.',
  schema: z.strictObject({
    decision: Id,
    /** What it is about: a proposal, the readiness gate, renewal. */
    about: Id,
    options: z.array(Id).min(1),
    status: z.enum(['asked', 'reminded', 'escalated', 'decided', 'expired']),
    chosen: Id.nullable(),
    by: Id.nullable(),
    /** The role whose right was used. */
    right: z.string().max(60).nullable(),
    reason: TextRef.nullable(),
  }),
  subject: (body) => subjectOf(body.decision),
  columns: ['decision', 'about', 'options', 'status', 'chosen', 'by', 'right', 'reason'],
  example: {
    decision: 'decision-1',
    about: 'proposal-1',
    options: ['approve', 'decline'],
    status: 'decided',
    chosen: 'approve',
    by: 'p01',
    right: 'lead',
    reason: null,
  },
});

export type DecisionBody = z.infer<typeof Decision.schema>;
