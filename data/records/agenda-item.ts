import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** An item of the learning agenda, by version; a cycle cites one. */
export const AgendaItem = recordKind({
  name: 'agenda-item',
  says: 'An item of the learning agenda, by version; a cycle cites one.',
  schema: z.strictObject({
    item: Id,
    version: z.int().min(1),
    title: TextRef.nullable(),
    /** The priority it came from, where it came from the vote. */
    priority: Id.nullable(),
  }),
  subject: (body) => subjectOf(body.item),
  columns: ['item', 'version', 'title', 'priority'],
  example: {
    item: 'agenda-1',
    version: 1,
    title: null,
    priority: 'priority-1',
  },
});

export type AgendaItemBody = z.infer<typeof AgendaItem.schema>;
