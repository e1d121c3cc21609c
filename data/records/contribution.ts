import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';
import { STAGES } from './stages.ts';

/** A member gave something to a stage of a cycle: a framing, a case, an answer, a draft, a result. */
export const Contribution = recordKind({
  name: 'contribution',
  says: 'A member gave something to a stage of a cycle: a framing, a case, an answer, a draft, a result.',
  schema: z.strictObject({
    contribution: Id,
    cycle: z.int().min(1),
    stage: z.enum(STAGES),
    member: Id,
    /** Whom it helped, where it answered somebody. */
    helped: Id.nullable(),
    text: TextRef.nullable(),
  }),
  subject: (body) => subjectOf(body.contribution),
  columns: ['contribution', 'cycle', 'stage', 'member', 'helped', 'text'],
  example: {
    contribution: 'c-1',
    cycle: 1,
    stage: 'exchange',
    member: 'p01',
    helped: 'p02',
    text: null,
  },
});

export type ContributionBody = z.infer<typeof Contribution.schema>;
