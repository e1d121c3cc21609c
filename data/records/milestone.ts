import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Who has to let a network pass at a milestone: nobody, its sponsor, or whoever pays for it. */
export const GATES = ['none', 'sponsor', 'funding'] as const;

/** A milestone of the roadmap, and whether it was passed. */
export const Milestone = recordKind({
  name: 'milestone',
  says: 'A milestone of the roadmap, and whether it was passed.',
  schema: z.strictObject({
    milestone: Id,
    on: z.iso.date(),
    gate: z.enum(GATES),
    status: z.enum(['ahead', 'asked', 'passed', 'not-passed']),
    /** Since when it is so. */
    at: Instant,
  }),
  subject: (body) => subjectOf(body.milestone),
  columns: ['milestone', 'on', 'gate', 'status', 'at'],
  example: {
    ...{ milestone: 'second-year', on: '2026-12-01', gate: 'funding', status: 'passed' },
    at: '2026-12-03T09:00:00.000Z',
  },
});

export type MilestoneBody = z.infer<typeof Milestone.schema>;
