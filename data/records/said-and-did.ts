import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { RoundId } from './questionnaire.ts';
import { recordKind } from './record-kind.ts';

/** You said, we did: a point that members brought up about their collaboration, and the answer to it. */
export const SaidAndDid = recordKind({
  name: 'said-and-did',
  says: 'You said, we did: a point that members brought up about their collaboration, and the answer to it.',
  schema: z.strictObject({
    round: RoundId,
    point: z.int().min(1),
    /** The item of the questionnaire that it comes from. */
    item: z.string().min(1).max(40),
    /** What was written, by nobody may know whom; null for a sentence that few agreed with. */
    text: TextRef.nullable(),
    /** Null: nobody has answered it yet. */
    did: TextRef.nullable(),
    by: Id.nullable(),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.round, body.point),
  columns: ['round', 'point', 'item', 'text', 'did', 'by', 'at'],
  example: {
    ...{ round: 'after-action-1', point: 1, item: 'time', text: null, did: 't-0123456789abcdef', by: 'p03' },
    at: '2026-05-02T09:00:00.000Z',
  },
});

export type SaidAndDidBody = z.infer<typeof SaidAndDid.schema>;
