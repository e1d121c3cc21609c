import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member was trained to facilitate; and whether they are in the rota at present. */
export const FacilitatorTraining = recordKind({
  name: 'facilitator-training',
  says: 'A member was trained to facilitate; and whether they are in the rota at present.',
  schema: z.strictObject({
    member: Id,
    on: z.iso.date(),
    /** What the training was, in the words of whoever noted it. */
    what: TextRef.nullable(),
    notedBy: Id,
    /** False: not at present, by their own word. */
    inRota: z.boolean(),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.member),
  columns: ['member', 'on', 'what', 'notedBy', 'inRota', 'at'],
  example: {
    ...{ member: 'p01', on: '2026-01-20', what: 't-0123456789abcdef', notedBy: 'p02', inRota: true },
    at: '2026-02-02T09:00:00.000Z',
  },
});

export type FacilitatorTrainingBody = z.infer<typeof FacilitatorTraining.schema>;
