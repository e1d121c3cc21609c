import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** How often a member was asked for something within the quarter before a date, and how often they were spared. */
export const QuestionLoad = recordKind({
  name: 'question-load',
  says: 'How often a member was asked for something within the quarter before a date, and how often they were spared.',
  schema: z.strictObject({
    member: Id,
    until: Instant,
    questions: z.int().min(0),
    spared: z.int().min(0),
    /** The most that the charter allowed then. */
    cap: z.int().min(1),
  }),
  subject: (body) => subjectOf(body.member),
  columns: ['member', 'until', 'questions', 'spared', 'cap'],
  example: { member: 'p01', until: '2026-04-01T09:00:00.000Z', questions: 9, spared: 0, cap: 12 },
});

export type QuestionLoadBody = z.infer<typeof QuestionLoad.schema>;
