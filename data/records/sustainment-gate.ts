import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What may become of a network when its cycles are over. */
export const FUTURES = ['renew', 'hand-over', 'close'] as const;

/** Whom a charter may want to hear before that is decided. */
export const GATES = ['members', 'sponsor', 'funding'] as const;

/** What members, the sponsor or the funding say to a network’s going on, before it is decided. */
export const SustainmentGate = recordKind({
  name: 'sustainment-gate',
  says: 'What members, the sponsor or the funding say to a network’s going on, before it is decided.',
  schema: z.strictObject({
    /** Before which decision: 1 is sustainment-1. */
    round: z.int().min(1),
    gate: z.enum(GATES),
    status: z.enum(['open', 'yes', 'no', 'silent']),
    /** A gate that binds and does not say yes leaves no renewal to decide on. */
    binding: z.boolean(),
    /** Of the members: what came first in their ranking, and how many took part. */
    preferred: z.enum(FUTURES).nullable(),
    voted: z.int().min(0).nullable(),
    eligible: z.int().min(0).nullable(),
    /** Of sponsor and funding: who said it; of funding: until when there is some. */
    by: Id.nullable(),
    until: z.iso.date().nullable(),
    reason: TextRef.nullable(),
  }),
  subject: (body) => subjectOf(body.round, body.gate),
  columns: [...['round', 'gate', 'status', 'binding', 'preferred', 'voted', 'eligible', 'by', 'until', 'reason']],
  example: {
    ...{ round: 1, gate: 'funding', status: 'yes', binding: true, preferred: null, voted: null, eligible: null },
    ...{ by: 'p04', until: '2027-12-31', reason: null },
  },
});

export type SustainmentGateBody = z.infer<typeof SustainmentGate.schema>;
