import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Money that somebody asked for in order to take part, and what was decided. */
export const Stipend = recordKind({
  name: 'stipend',
  says: 'Money that somebody asked for in order to take part, and what was decided.',
  schema: z.strictObject({
    stipend: Id,
    member: Id,
    amount: z.number().positive(),
    currency: z.string().min(1).max(10),
    text: TextRef.nullable(),
    askedAt: Instant,
    status: z.enum(['asked', 'approved', 'declined', 'withdrawn']),
    /** What was approved: as asked for, or less. */
    approved: z.number().positive().nullable(),
    by: Id.nullable(),
    reason: TextRef.nullable(),
    settledAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.stipend),
  columns: [
    ...['stipend', 'member', 'amount', 'currency', 'text', 'askedAt', 'status', 'approved', 'by', 'reason'],
    'settledAt',
  ],
  example: {
    stipend: 'stipend-2',
    member: 'p01',
    amount: 120,
    currency: 'EUR',
    text: null,
    askedAt: '2026-03-02T09:00:00.000Z',
    status: 'approved',
    approved: 120,
    by: 'p02',
    reason: null,
    settledAt: '2026-03-06T09:00:00.000Z',
  },
});

export type StipendBody = z.infer<typeof Stipend.schema>;
