import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A question to which ideas came in, all of them first, and were ranked then; what came out on top. */
export const IdeaRound = recordKind({
  name: 'idea-round',
  says: 'A question to which ideas came in, all of them first, and were ranked then; what came out on top.',
  schema: z.strictObject({
    round: Id,
    question: TextRef,
    openedBy: Id,
    openedAt: Instant,
    status: z.enum(['diverging', 'converging', 'decided', 'ended']),
    ideas: z.int().min(0),
    closedAt: Instant.nullable(),
    /** How many could rank, and did. */
    eligible: z.int().min(0).nullable(),
    voted: z.int().min(0).nullable(),
    /** Best first. */
    order: z.array(Id),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.round),
  columns: [
    ...['round', 'question', 'openedBy', 'openedAt', 'status', 'ideas', 'closedAt', 'eligible', 'voted', 'order'],
    'endedAt',
  ],
  example: {
    round: 'ideas-1',
    question: 't-0123456789abcdef',
    openedBy: 'p01',
    openedAt: '2026-03-02T09:00:00.000Z',
    status: 'decided',
    ideas: 2,
    closedAt: '2026-03-07T09:00:00.000Z',
    eligible: 60,
    voted: 41,
    order: ['ideas-1.idea-2', 'ideas-1.idea-1'],
    endedAt: '2026-03-12T09:00:00.000Z',
  },
});

export type IdeaRoundBody = z.infer<typeof IdeaRound.schema>;
