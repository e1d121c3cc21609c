import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What is measured: a metric of the catalogue, or a name of one's own in small letters. */
export const Measure = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,59}$/,
    'name what is measured in small letters and dashes, such as weeks-to-first-appointment',
  );
export const Unit = z.string().regex(/^[a-z%][a-z0-9 %/-]{0,19}$/, 'name the unit in small letters, such as weeks');

/** A real problem that the network works on: what is measured, where it stands, where it should be, and by when. */
export const Problem = recordKind({
  name: 'problem',
  says: 'A real problem that the network works on: what is measured, where it stood, where it should be, and by when.',
  schema: z.strictObject({
    problem: Id,
    /** The item of the learning agenda that it makes real. */
    item: Id,
    measure: Measure,
    unit: Unit.nullable(),
    baseline: z.number(),
    target: z.number(),
    due: z.iso.date(),
    text: TextRef.nullable(),
    statedBy: Id,
    /** The newest value that somebody stated; null: none yet. */
    newest: z.number().nullable(),
    newestAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.problem),
  columns: [
    ...['problem', 'item', 'measure', 'unit', 'baseline', 'target', 'due', 'text', 'statedBy', 'newest', 'newestAt'],
  ],
  example: {
    ...{ problem: 'problem-1', item: 'agenda-1', measure: 'weeks-to-first-appointment', unit: 'weeks', baseline: 11 },
    ...{ target: 3, due: '2026-12-31', text: null, statedBy: 'p01', newest: 7 },
    newestAt: '2026-06-02T09:00:00.000Z',
  },
});

export type ProblemBody = z.infer<typeof Problem.schema>;
