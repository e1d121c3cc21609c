import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** The lead of a network passes to somebody else: whether they took it, and what of the checklist was handed over. */
export const HandOver = recordKind({
  name: 'hand-over',
  says: 'The lead of a network passes to somebody else: whether they took it, and what of the checklist was handed over.',
  schema: z.strictObject({
    handOver: Id,
    from: z.array(Id),
    to: Id,
    status: z.enum(['asked', 'accepted', 'done', 'declined', 'expired']),
    checklist: z.array(Id),
    handedOver: z.array(Id),
  }),
  subject: (body) => subjectOf(body.handOver),
  columns: ['handOver', 'from', 'to', 'status', 'checklist', 'handedOver'],
  example: {
    ...{ handOver: 'hand-over-1', from: ['p01'], to: 'p07', status: 'accepted' },
    ...{ checklist: ['open-matters', 'accounts'], handedOver: ['accounts'] },
  },
});

export type HandOverBody = z.infer<typeof HandOver.schema>;
