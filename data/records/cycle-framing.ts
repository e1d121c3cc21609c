import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What a learning cycle asks, and what is expected to come out, by version. */
export const CycleFraming = recordKind({
  name: 'cycle-framing',
  says: 'What a learning cycle asks, and what is expected to come out, by version.',
  schema: z.strictObject({
    cycle: z.int().min(1),
    version: z.int().min(1),
    question: TextRef,
    hypotheses: TextRef.nullable(),
    by: Id,
    at: Instant,
  }),
  subject: (body) => subjectOf(body.cycle),
  columns: ['cycle', 'version', 'question', 'hypotheses', 'by', 'at'],
  example: {
    ...{ cycle: 1, version: 2, question: 't-0123456789abcdef', hypotheses: null, by: 'p01' },
    at: '2026-02-02T09:00:00.000Z',
  },
});

export type CycleFramingBody = z.infer<typeof CycleFraming.schema>;
