import { z } from 'zod';
import { Id, ObservedTime, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** The type of tie that an introduction comes to: written by the workflow, predicted and looked for by the analysis. */
export const INTRODUCED = 'introduced';

/** The type of tie from a member who asked for help to one who gave it. */
export const HELPED_BY = 'helped-by';

/** The type of tie between two who worked on a problem together: one from each to the other. */
export const SOLVED_WITH = 'solved-with';

/** The type of tie from a mentee to the mentor on whom both agreed. */
export const MENTORING = 'mentoring';

/** The type of tie from a newcomer to the buddy they have met. */
export const BUDDY = 'buddy';

/** A member names another: turns to, trusts, learns from. Influence and practice run the other way. */
export const Tie = recordKind({
  name: 'tie',
  says: 'A member names another: turns to, trusts, learns from. Influence and practice run the other way.',
  schema: z.strictObject({
    from: Id,
    to: Id,
    /** What kind of tie: advice, friendship, introduced, solved-with. */
    type: z.string().min(1).max(60),
    /** How strong; null where the source does not say. A text is never a strength. */
    strength: z.number().nullable(),
    /** The survey wave that asked; null for ties that were not asked in a wave. */
    wave: z.string().min(1).max(40).nullable(),
    time: ObservedTime.nullable(),
    /** Tells apart rows that are alike in all else (three replies at the same minute): 0, 1, 2 … */
    occurrence: z.int().min(0),
  }),
  subject: (body) => subjectOf(body.type, body.wave, body.from, body.to, body.time, body.occurrence),
  columns: ['from', 'to', 'type', 'strength', 'wave', 'time', 'occurrence'],
  example: {
    from: 'p01',
    to: 'p02',
    type: 'advice',
    strength: 3,
    wave: '1',
    time: null,
    occurrence: 0,
  },
});

export type TieBody = z.infer<typeof Tie.schema>;
