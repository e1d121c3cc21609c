import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member takes part for a term: the one that runs now, how it began, and whether they were asked about the next. */
export const MembershipTerm = recordKind({
  name: 'membership-term',
  says: 'A member takes part for a term: the one that runs now, how it began, and whether they were asked about the next.',
  schema: z.strictObject({
    member: Id,
    /** The first is 1. */
    term: z.int().min(1),
    /** `stayed`: nobody answered, and the charter says that members stay then. */
    begun: z.enum(['joined', 'renewed', 'stayed']),
    from: Instant,
    until: Instant,
    status: z.enum(['running', 'asked', 'paused', 'lapsed', 'left']),
    askedAt: Instant.nullable(),
    reminders: z.int().min(0),
    /** Of a pause: its last day. */
    pausedUntil: z.iso.date().nullable(),
  }),
  // A newer term supersedes the one before; what was is in the history.
  subject: (body) => subjectOf(body.member),
  columns: ['member', 'term', 'begun', 'from', 'until', 'status', 'askedAt', 'reminders', 'pausedUntil'],
  example: {
    ...{ member: 'p01', term: 1, begun: 'joined', from: '2026-02-01T09:00:00.000Z' },
    ...{ until: '2027-02-01T09:00:00.000Z', status: 'asked', askedAt: '2027-01-04T09:00:00.000Z' },
    ...{ reminders: 1, pausedUntil: null },
  },
});

export type MembershipTermBody = z.infer<typeof MembershipTerm.schema>;
