import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Something that the network is for, tied to a figure that says how far it is. */
export const Objective = recordKind({
  name: 'objective',
  says: 'Something that the network is for, tied to a figure that says how far it is.',
  schema: z.strictObject({
    objective: Id,
    metric: Id,
    groupBy: z.string().max(100).nullable(),
    atLeast: z.number().nullable(),
    atMost: z.number().nullable(),
  }),
  subject: (body) => subjectOf(body.objective),
  columns: ['objective', 'metric', 'groupBy', 'atLeast', 'atMost'],
  example: { objective: 'across-regions', metric: 'e-i-index', groupBy: 'region', atLeast: -0.2, atMost: null },
});

export type ObjectiveBody = z.infer<typeof Objective.schema>;
