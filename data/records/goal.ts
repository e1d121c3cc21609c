import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/**
 * What a figure should come to, as agreed beforehand, by version: from the charter at first, then as reviews left it. The
 * health check holds figures against the newest version.
 */
export const Goal = recordKind({
  name: 'goal',
  says: 'What a figure should come to, as agreed beforehand, by version; the health check holds figures against the newest.',
  schema: z.strictObject({
    goal: Id,
    version: z.int().min(1),
    metric: Id,
    groupBy: z.string().max(100).nullable(),
    /** Met from this figure on; null: no lower bound. */
    atLeast: z.number().nullable(),
    /** Met up to this figure; null: no upper bound. */
    atMost: z.number().nullable(),
    /** With fewer answers the figure is not judged; null: as the charter says for every figure. */
    smallestResponse: z.number().min(0).max(1).nullable(),
    /** The day on which who leads looks at it again. */
    review: z.iso.date().nullable(),
    status: z.enum(['agreed', 'dropped']),
    /** Who reviewed it; null: as the charter says it. */
    by: Id.nullable(),
    reason: TextRef.nullable(),
  }),
  subject: (body) => subjectOf(body.goal),
  columns: [
    ...['goal', 'version', 'metric', 'groupBy', 'atLeast', 'atMost', 'smallestResponse', 'review', 'status', 'by'],
    'reason',
  ],
  example: {
    ...{ goal: 'goal-1', version: 1, metric: 'e-i-index', groupBy: 'region', atLeast: -0.3, atMost: null },
    ...{ smallestResponse: 0.6, review: '2026-12-31', status: 'agreed', by: null, reason: null },
  },
});

export type GoalBody = z.infer<typeof Goal.schema>;
