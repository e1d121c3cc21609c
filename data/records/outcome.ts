import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What had become of an approved proposal by the outcome check: predicted against observed. */
export const Outcome = recordKind({
  name: 'outcome',
  says: 'What had become of an approved proposal by the outcome check: predicted against observed.',
  schema: z.strictObject({
    proposal: Id,
    afterDays: z.int().min(1),
    metric: Id,
    groupBy: z.string().max(100).nullable(),
    before: z.number().nullable(),
    predicted: z.number().nullable(),
    observed: z.number().nullable(),
    /** Whether the tie that was proposed is there. */
    tieFormed: z.boolean().nullable(),
    verdict: z.enum(['worked', 'partly', 'no-effect', 'worse', 'not-done', 'not-estimable']),
  }),
  subject: (body) => subjectOf(body.proposal, body.afterDays),
  columns: ['proposal', 'afterDays', 'metric', 'groupBy', 'before', 'predicted', 'observed', 'tieFormed', 'verdict'],
  example: {
    proposal: 'proposal-1',
    afterDays: 30,
    metric: 'e-i-index',
    groupBy: 'region',
    before: -0.6,
    predicted: -0.59,
    observed: -0.55,
    tieFormed: true,
    verdict: 'worked',
  },
});

export type OutcomeBody = z.infer<typeof Outcome.schema>;
