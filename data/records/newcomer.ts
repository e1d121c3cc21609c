import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member who came after the network had begun to learn, and how they found their way in. */
export const Newcomer = recordKind({
  name: 'newcomer',
  says: 'A member who came after the network had begun to learn, and how they found their way in.',
  schema: z.strictObject({
    newcomer: Id,
    member: Id,
    joinedAt: Instant,
    /** Who agreed to be their buddy; null: nobody so far. */
    buddy: Id.nullable(),
    buddiesAsked: z.int().min(0),
    metBuddyAt: Instant.nullable(),
    /** When they first had a tie with anybody, and with as many as are aimed at. */
    firstTieAt: Instant.nullable(),
    enoughTiesAt: Instant.nullable(),
    /** With how many they had one on the day by which they should have some; null: it has not come yet. */
    tiesByDay: z.int().min(0).nullable(),
    /** A facilitator was told that they have none. */
    escalated: z.boolean(),
    status: z.enum(['followed', 'settled', 'ended', 'left']),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.newcomer),
  columns: [
    ...['newcomer', 'member', 'joinedAt', 'buddy', 'buddiesAsked', 'metBuddyAt', 'firstTieAt', 'enoughTiesAt'],
    ...['tiesByDay', 'escalated', 'status', 'endedAt'],
  ],
  example: {
    ...{ newcomer: 'newcomer-1', member: 'p01', joinedAt: '2026-03-02T09:00:00.000Z', buddy: 'p22', buddiesAsked: 1 },
    ...{ metBuddyAt: '2026-03-10T09:00:00.000Z', firstTieAt: '2026-03-10T09:00:00.000Z', enoughTiesAt: null },
    ...{ tiesByDay: 1, escalated: false, status: 'followed' as const, endedAt: null },
  },
});

export type NewcomerBody = z.infer<typeof Newcomer.schema>;
