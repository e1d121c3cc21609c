import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/**
 * Somebody is chosen to be asked for something that could go without them: one of the questions that the charter allows
 * for them is taken, though it has not been asked yet.
 */
export const QuestionPlace = recordKind({
  name: 'question-place',
  says: 'Somebody is chosen to be asked for something that could go without them: one of the questions that the charter allows for them is taken.',
  schema: z.strictObject({
    member: Id,
    /** What they are to be asked about: a request, a wave. */
    about: Id,
    at: Instant,
  }),
  subject: (body) => subjectOf(body.about, body.member),
  columns: ['member', 'about', 'at'],
  example: { member: 'p01', about: 'request-7', at: '2026-03-20T09:00:00.000Z' },
});

export type QuestionPlaceBody = z.infer<typeof QuestionPlace.schema>;
