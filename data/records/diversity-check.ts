import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** How mixed those who had joined were when an invitation closed, held against the charter’s target. Segments, never people. */
export const DiversityCheck = recordKind({
  name: 'diversity-check',
  says: 'How mixed those who had joined were when an invitation closed, against the charter’s target.',
  schema: z.strictObject({
    check: Id,
    attribute: z.string().min(1).max(100),
    atLeast: z.number(),
    joined: z.int().min(0),
    /** Blau’s index; null where it is not known, with the reason. */
    value: z.number().nullable(),
    reason: z.string().max(200).nullable(),
    /** Segments of the roster from which fewer came than an even share, fewest first; small ones are counted, not named. */
    gaps: z.array(z.string().max(200)),
    gapsNotNamed: z.int().min(0),
  }),
  subject: (body) => subjectOf(body.check, body.attribute),
  columns: ['check', 'attribute', 'atLeast', 'joined', 'value', 'reason', 'gaps', 'gapsNotNamed'],
  example: {
    check: 'diversity-1',
    attribute: 'region',
    atLeast: 0.6,
    joined: 24,
    value: 0.47,
    reason: null,
    gaps: ['South'],
    gapsNotNamed: 1,
  },
});

export type DiversityCheckBody = z.infer<typeof DiversityCheck.schema>;
