import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A question that the network wants to have answered, and its place among the others. */
export const LearningQuestion = recordKind({
  name: 'learning-question',
  says: 'A question that the network wants to have answered, and its place among the others.',
  schema: z.strictObject({
    question: Id,
    text: TextRef,
    /** The item of the learning agenda that it belongs to, where it belongs to one. */
    item: Id.nullable(),
    askedBy: Id,
    at: Instant,
    /** 1 comes first; null: nobody has put it in order yet. */
    place: z.int().min(1).nullable(),
  }),
  subject: (body) => subjectOf(body.question),
  columns: ['question', 'text', 'item', 'askedBy', 'at', 'place'],
  example: {
    ...{ question: 'question-1', text: 't-0123456789abcdef', item: 'agenda-1', askedBy: 'p01' },
    ...{ at: '2026-01-12T09:00:00.000Z', place: 1 },
  },
});

export type LearningQuestionBody = z.infer<typeof LearningQuestion.schema>;
