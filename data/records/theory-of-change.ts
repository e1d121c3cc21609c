import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** How the network thinks that what it does leads to what it wants, by version. */
export const TheoryOfChange = recordKind({
  name: 'theory-of-change',
  says: 'How the network thinks that what it does leads to what it wants, by version.',
  schema: z.strictObject({
    version: z.int().min(1),
    text: TextRef,
    by: Id,
    at: Instant,
  }),
  subject: () => subjectOf('theory-of-change'),
  columns: ['version', 'text', 'by', 'at'],
  example: { version: 1, text: 't-0123456789abcdef', by: 'p01', at: '2026-01-12T09:00:00.000Z' },
});

export type TheoryOfChangeBody = z.infer<typeof TheoryOfChange.schema>;
