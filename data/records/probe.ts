import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What people call a probe or a constraint among themselves. */
export const ProbeName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'name it in small letters and dashes, such as one-page-only');

/** A small change of the conditions, to see what happens: a constraint, what is expected, and the signal watched for. */
export const Probe = recordKind({
  name: 'probe',
  says: 'A small change of the conditions, to see what happens: a constraint, what is expected, the signal watched for.',
  schema: z.strictObject({
    probe: Id,
    name: ProbeName,
    member: Id,
    constraint: Id,
    expectation: TextRef,
    signal: TextRef,
    startedAt: Instant,
    until: z.iso.date(),
    /** How often members noted the signal. */
    signals: z.int().min(0),
    status: z.enum(['running', 'amplified', 'dampened', 'undecided']),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.probe),
  columns: [
    ...['probe', 'name', 'member', 'constraint', 'expectation', 'signal', 'startedAt', 'until', 'signals', 'status'],
    'endedAt',
  ],
  example: {
    ...{ probe: 'probe-1', name: 'one-page-only', member: 'p01', constraint: 'constraint-1' },
    ...{ expectation: 't-0123456789abcdef', signal: 't-fedcba9876543210', startedAt: '2026-03-02T09:00:00.000Z' },
    ...{ until: '2026-04-01', signals: 3, status: 'amplified', endedAt: '2026-04-02T09:00:00.000Z' },
  },
});

export type ProbeBody = z.infer<typeof Probe.schema>;
