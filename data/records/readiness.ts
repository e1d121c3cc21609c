import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** An item of the readiness gate was confirmed, with its evidence. */
export const Readiness = recordKind({
  name: 'readiness',
  says: 'An item of the readiness gate was confirmed, with its evidence.',
  schema: z.strictObject({
    item: Id,
    confirmedBy: Id,
    evidence: TextRef.nullable(),
  }),
  subject: (body) => subjectOf(body.item),
  columns: ['item', 'confirmedBy', 'evidence'],
  example: {
    item: 'sponsor-named',
    confirmedBy: 'p01',
    evidence: null,
  },
});

export type ReadinessBody = z.infer<typeof Readiness.schema>;
