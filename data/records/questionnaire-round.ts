import { z } from 'zod';
import { Instant, subjectOf, TextRef } from './common.ts';
import { GroupResult, ItemResult, Questionnaire, RoundId } from './questionnaire.ts';
import { recordKind } from './record-kind.ts';

/** A questionnaire was put to members: what was asked, how many answered, and once it is closed what came of it. */
export const QuestionnaireRound = recordKind({
  name: 'questionnaire-round',
  says: 'A questionnaire was put to members: what was asked, how many answered, and once it is closed what came of it.',
  schema: z.strictObject({
    round: RoundId,
    /** The practice that asks. */
    practice: z.string().min(1).max(60),
    /** As it was asked, so that a later version changes nothing that was answered. */
    questionnaire: Questionnaire,
    /** The cycle that it looks back on, where it does. */
    cycle: z.int().min(1).nullable(),
    /** The attribute by which answers are counted apart, where the charter asks for it. */
    by: z.string().min(1).max(100).nullable(),
    opens: Instant,
    closes: Instant,
    status: z.enum(['open', 'closed']),
    asked: z.int().min(0),
    answered: z.int().min(0),
    /** Null while it is open, and where too few answered. */
    items: z.array(ItemResult).nullable(),
    /** Groups that may be shown; those that are missing are too small, or would let a small one be worked out. */
    groups: z.array(GroupResult),
    /** What was written, in no order of anybody's. */
    texts: z.array(z.strictObject({ item: z.string().min(1).max(40), text: TextRef })),
  }),
  subject: (body) => subjectOf(body.round),
  columns: [
    ...['round', 'practice', 'questionnaire', 'cycle', 'by', 'opens', 'closes', 'status', 'asked', 'answered'],
    ...['items', 'groups', 'texts'],
  ],
  example: {
    round: 'pulse-1',
    practice: 'pulse',
    questionnaire: {
      ...{ questionnaire: 'pulse', version: 1, title: 'How safe it is here', about: 'Nobody can tell who said what.' },
      ...{ answers: 'anonymous', smallestGroup: 5 },
      items: [
        {
          ...{ id: 'speak-up', ask: 'I can say here what does not work.', type: 'scale' },
          anchors: ['no', 'rather not', 'rather', 'yes'],
        },
      ],
    },
    cycle: null,
    by: null,
    opens: '2026-04-01T07:00:00.000Z',
    closes: '2026-04-15T07:00:00.000Z',
    status: 'closed',
    asked: 12,
    answered: 9,
    items: [{ item: 'speak-up', n: 9, counts: [0, 1, 5, 3] }],
    groups: [],
    texts: [],
  },
});

export type QuestionnaireRoundBody = z.infer<typeof QuestionnaireRound.schema>;
