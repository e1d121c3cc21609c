import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A ranked-choice vote was counted: turnout, every round, the order that came out. */
export const VoteResult = recordKind({
  name: 'vote-result',
  says: 'A ranked-choice vote was counted: turnout, every round, the order that came out.',
  schema: z.strictObject({
    round: Id,
    eligible: z.int().min(0),
    voted: z.int().min(0),
    rounds: z.array(z.strictObject({ counts: z.record(z.string(), z.number()), eliminated: z.array(Id) })),
    order: z.array(Id),
  }),
  subject: (body) => subjectOf(body.round),
  columns: ['round', 'eligible', 'voted', 'rounds', 'order'],
  example: {
    round: 'priorities',
    eligible: 60,
    voted: 41,
    rounds: [{ counts: { 'priority-1': 24, 'priority-2': 17 }, eliminated: ['priority-2'] }],
    order: ['priority-1', 'priority-2'],
  },
});

export type VoteResultBody = z.infer<typeof VoteResult.schema>;
