import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';
import { ARMS, VARIANT_OUTCOMES } from './variant.ts';

const Counts = z.partialRecord(z.enum(VARIANT_OUTCOMES), z.int().min(0));

/** In which arm of a variant a member is, and what they had done by then. It stands, whatever the member does later. */
export const VariantArm = recordKind({
  name: 'variant-arm',
  says: 'In which arm of a variant a member is, how they came there, and what they had done by then.',
  schema: z.strictObject({
    variant: Id,
    member: Id,
    arm: z.enum(ARMS),
    how: z.enum(['attribute', 'named', 'drawn']),
    /** The member's value of the attribute within which arms are balanced; null: none, or not balanced. */
    block: z.string().max(500).nullable(),
    /** Who of a block was drawn together: `first`, or the round in which joiners were; null: not drawn. */
    draw: z.string().min(1).max(40).nullable(),
    at: Instant,
    /** Outcomes at the assignment, and at the variant's end. */
    before: Counts,
    after: Counts.nullable(),
  }),
  subject: (body) => subjectOf(body.variant, body.member),
  columns: ['variant', 'member', 'arm', 'how', 'block', 'draw', 'at', 'before', 'after'],
  example: {
    ...{ variant: 'variant-1', member: 'p01', arm: 'a' as const, how: 'drawn' as const, block: 'North', draw: 'first' },
    ...{ at: '2026-03-02T09:00:00.000Z', before: { contributions: 2, ties: 1 }, after: null },
  },
});

export type VariantArmBody = z.infer<typeof VariantArm.schema>;
