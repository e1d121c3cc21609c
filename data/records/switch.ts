import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Whether the engine may make proposals: the one switch that stops them all. */
export const Switch = recordKind({
  name: 'switch',
  says: 'Whether the engine may make proposals: the one switch that stops them all.',
  schema: z.strictObject({
    proposals: z.enum(['on', 'off']),
    by: Id,
  }),
  subject: () => subjectOf('switch'),
  columns: ['proposals', 'by'],
  example: {
    proposals: 'off',
    by: 'p01',
  },
});

export type SwitchBody = z.infer<typeof Switch.schema>;
