import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Something became better: told in a story of realised value, or reported with what was measured before and after. */
export const Impact = recordKind({
  name: 'impact',
  says: 'Something became better: told in a story of realised value, or reported with what was measured before and after.',
  schema: z.strictObject({
    impact: Id,
    /** What was framed. */
    about: Id,
    member: Id,
    realisedAt: Instant,
    /** The story that tells of it; null: it was reported. */
    story: Id.nullable(),
    measure: TextRef.nullable(),
    baseline: z.number().nullable(),
    value: z.number().nullable(),
    better: z.enum(['higher', 'lower']).nullable(),
    evidence: TextRef.nullable(),
  }),
  subject: (body) => subjectOf(body.impact),
  columns: [
    ...['impact', 'about', 'member', 'realisedAt', 'story', 'measure', 'baseline', 'value', 'better', 'evidence'],
  ],
  example: {
    impact: 'impact-1',
    about: 'cycle-1',
    member: 'p01',
    realisedAt: '2026-09-02T00:00:00.000Z',
    story: null,
    measure: 't-0123456789abcdef',
    baseline: 11,
    value: 7,
    better: 'lower',
    evidence: 't-1123456789abcdef',
  },
});

export type ImpactBody = z.infer<typeof Impact.schema>;
