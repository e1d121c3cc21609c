import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Whose turn it is to facilitate: a stage of a cycle, or a meeting of a ritual. */
export const FacilitationTurn = recordKind({
  name: 'facilitation-turn',
  says: 'Whose turn it is to facilitate: a stage of a cycle, or a meeting of a ritual.',
  schema: z.strictObject({
    /** What is facilitated: cycle-1.frame, ritual-1.meeting-3. */
    turn: Id,
    /** Null: nobody could be found. */
    facilitator: Id.nullable(),
    /** `not-held`: nobody had agreed when its time came, or it was left out. */
    status: z.enum(['asked', 'accepted', 'held', 'not-held', 'open']),
    /** How many were asked before. */
    declined: z.int().min(0),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.turn),
  columns: ['turn', 'facilitator', 'status', 'declined', 'at'],
  example: {
    ...{ turn: 'cycle-1.frame', facilitator: 'p01', status: 'held' as const, declined: 0 },
    at: '2026-02-02T09:00:00.000Z',
  },
});

export type FacilitationTurnBody = z.infer<typeof FacilitationTurn.schema>;
