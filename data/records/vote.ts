import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member ranked what stood to the vote; the newest ranking before the close counts. */
export const Vote = recordKind({
  name: 'vote',
  says: 'A member ranked what stood to the vote; the newest ranking before the close counts.',
  schema: z.strictObject({
    round: Id,
    voter: Id,
    /** Best first; what is left out is ranked nowhere. */
    ranking: z.array(Id).min(1),
  }),
  subject: (body) => subjectOf(body.round, body.voter),
  columns: ['round', 'voter', 'ranking'],
  example: {
    round: 'priorities',
    voter: 'p01',
    ranking: ['priority-2', 'priority-1'],
  },
});

export type VoteBody = z.infer<typeof Vote.schema>;
