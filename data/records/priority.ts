import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member proposed a priority for the network. */
export const Priority = recordKind({
  name: 'priority',
  says: 'A member proposed a priority for the network.',
  schema: z.strictObject({
    priority: Id,
    title: TextRef,
    proposedBy: Id,
  }),
  subject: (body) => subjectOf(body.priority),
  columns: ['priority', 'title', 'proposedBy'],
  example: {
    priority: 'priority-1',
    title: 't-0123456789abcdef',
    proposedBy: 'p01',
  },
});

export type PriorityBody = z.infer<typeof Priority.schema>;
