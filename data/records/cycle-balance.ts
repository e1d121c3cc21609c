import { z } from 'zod';
import { Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

const Count = z.int().min(0);

/** How much a learning cycle held of action, and of reflection. */
export const CycleBalance = recordKind({
  name: 'cycle-balance',
  says: 'How much a learning cycle held of action, and of reflection.',
  schema: z.strictObject({
    cycle: z.int().min(1),
    began: Instant,
    ended: Instant,
    /** What was tried: contributions to adapt-and-apply, experiments begun, practices taken up. */
    action: z.strictObject({ contributions: Count, experiments: Count, adoptions: Count }),
    /** What was looked back on: reflections, stories of the cycle, answers to the after-action pulse. */
    reflection: z.strictObject({ reflections: Count, stories: Count, afterAction: Count }),
  }),
  subject: (body) => subjectOf(body.cycle),
  columns: ['cycle', 'began', 'ended', 'action', 'reflection'],
  example: {
    ...{ cycle: 1, began: '2026-03-01T09:00:00.000Z', ended: '2026-05-03T09:00:00.000Z' },
    action: { contributions: 6, experiments: 2, adoptions: 1 },
    reflection: { reflections: 5, stories: 2, afterAction: 8 },
  },
});

export type CycleBalanceBody = z.infer<typeof CycleBalance.schema>;
