import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Something that works, drawn by a curator from what members noted; from how many notes, and whether it still holds. */
export const Pattern = recordKind({
  name: 'pattern',
  says: 'Something that works, drawn by a curator from what members noted; from how many notes, and whether it still holds.',
  schema: z.strictObject({
    pattern: Id,
    title: TextRef,
    notes: z.int().min(1),
    curatedBy: Id,
    status: z.enum(['in-use', 'retired']),
    since: Instant,
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.pattern),
  columns: ['pattern', 'title', 'notes', 'curatedBy', 'status', 'since', 'endedAt'],
  example: {
    pattern: 'pattern-1',
    title: 't-0123456789abcdef',
    notes: 2,
    curatedBy: 'p02',
    status: 'in-use',
    since: '2026-03-20T09:00:00.000Z',
    endedAt: null,
  },
});

export type PatternBody = z.infer<typeof Pattern.schema>;
