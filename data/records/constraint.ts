import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { ProbeName } from './probe.ts';
import { recordKind } from './record-kind.ts';

/** What a constraint may have made possible. */
export const MADE_POSSIBLE = ['ideas', 'contacts', 'speed', 'focus', 'practice-changed', 'nothing'] as const;

/** An enabling constraint on a cycle or on a probe, and what it made possible. */
export const Constraint = recordKind({
  name: 'constraint',
  says: 'An enabling constraint on a cycle or on a probe, and what it made possible.',
  schema: z.strictObject({
    constraint: Id,
    name: ProbeName,
    text: TextRef,
    probe: Id,
    /** The cycle that it holds for; null: for its probe alone. */
    cycle: z.int().min(1).nullable(),
    by: Id,
    since: Instant,
    /** Empty as long as nobody has said. */
    madePossible: z.array(z.enum(MADE_POSSIBLE)),
    /** The same in the owner's words. */
    words: TextRef.nullable(),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.constraint),
  columns: ['constraint', 'name', 'text', 'probe', 'cycle', 'by', 'since', 'madePossible', 'words', 'endedAt'],
  example: {
    ...{ constraint: 'constraint-1', name: 'one-page-only', text: 't-0123456789abcdef', probe: 'probe-1', cycle: 2 },
    ...{ by: 'p01', since: '2026-03-02T09:00:00.000Z', madePossible: ['ideas', 'speed'], words: null },
    endedAt: '2026-04-02T09:00:00.000Z',
  },
});

export type ConstraintBody = z.infer<typeof Constraint.schema>;
