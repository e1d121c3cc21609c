import { z } from 'zod';
import { Id, ObservedTime, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member took up a practice at a time, or was seen not to have taken it up by then (censored). */
export const Adoption = recordKind({
  name: 'adoption',
  says: 'A member took up a practice at a time, or was seen not to have taken it up by then (censored).',
  schema: z.strictObject({
    member: Id,
    practice: z.string().min(1).max(60),
    /** When it was taken up; for a censored row, until when it was seen not to be; null: not while observed. */
    time: ObservedTime.nullable(),
    censored: z.boolean(),
  }),
  subject: (body) => subjectOf(body.practice, body.member),
  columns: ['member', 'practice', 'time', 'censored'],
  example: {
    member: 'p01',
    practice: 'shared-intake',
    time: '2026-03-14',
    censored: false,
  },
});

export type AdoptionBody = z.infer<typeof Adoption.schema>;
