import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { RoundId } from './questionnaire.ts';
import { recordKind } from './record-kind.ts';

/** A member answers a questionnaire that is named, or has written what is private: then there is a reference alone. */
export const QuestionnaireAnswer = recordKind({
  name: 'questionnaire-answer',
  says: 'A member answers a questionnaire that is named, or has written what is private: then there is a reference alone.',
  schema: z.strictObject({
    round: RoundId,
    member: Id,
    answers: z.array(
      z.strictObject({ item: z.string().min(1).max(40), value: z.union([z.number(), z.string().max(40), TextRef]) }),
    ),
    /** Whether its writer lets the others read it. Answers that are named are never shared this way. */
    shared: z.boolean(),
  }),
  subject: (body) => subjectOf(body.round, body.member),
  columns: ['round', 'member', 'answers', 'shared'],
  example: {
    round: 'reflection-1',
    member: 'p01',
    answers: [{ item: 'alone-1', value: 't-0123456789abcdef' }],
    shared: false,
  },
});

export type QuestionnaireAnswerBody = z.infer<typeof QuestionnaireAnswer.schema>;
