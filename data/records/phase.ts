import { z } from 'zod';
import { subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** The network entered a phase of its life. */
export const Phase = recordKind({
  name: 'phase',
  says: 'The network entered a phase of its life.',
  schema: z.strictObject({
    phase: z.enum(['design', 'invitation', 'learning', 'sustainment', 'closed']),
    cycle: z.int().min(0),
    because: z.string().max(200),
  }),
  subject: () => subjectOf('phase'),
  columns: ['phase', 'cycle', 'because'],
  example: {
    phase: 'learning',
    cycle: 1,
    because: 'enough members joined',
  },
});

export type PhaseBody = z.infer<typeof Phase.schema>;
