import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';
import { STAGES } from './stages.ts';

/** Where a learning cycle stands: its agenda item, its stage, since when. */
export const Cycle = recordKind({
  name: 'cycle',
  says: 'Where a learning cycle stands: its agenda item, its stage, since when.',
  schema: z.strictObject({
    cycle: z.int().min(1),
    item: Id,
    stage: z.enum([...STAGES, 'done']),
    contributions: z.int().min(0),
  }),
  subject: (body) => subjectOf(body.cycle),
  columns: ['cycle', 'item', 'stage', 'contributions'],
  example: {
    cycle: 1,
    item: 'agenda-1',
    stage: 'exchange',
    contributions: 12,
  },
});

export type CycleBody = z.infer<typeof Cycle.schema>;
