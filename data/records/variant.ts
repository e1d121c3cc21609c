import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What the arms of a variant are called; a variant has two to four. */
export const ARMS = ['a', 'b', 'c', 'd'] as const;
export type Arm = (typeof ARMS)[number];

/**
 * What a member may have gained since the assignment: contributions to cycles, practices taken up, others to whom a tie
 * came about in the network's own work, sessions attended, requests for help that were answered.
 */
export const VARIANT_OUTCOMES = ['contributions', 'adoptions', 'ties', 'sessions', 'answers'] as const;
export type VariantOutcome = (typeof VARIANT_OUTCOMES)[number];

/** How members come into arms. */
export const ArmsBy = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('attribute'),
    attribute: z.string().min(1).max(100),
    /** Which values go into which arm; whoever has another is in none. */
    values: z.partialRecord(z.enum(ARMS), z.array(z.string().min(1).max(500)).min(1).max(100)),
  }),
  z.strictObject({ by: z.literal('naming') }),
  z.strictObject({
    by: z.literal('random'),
    seed: z.int().min(0),
    /** The attribute within which arms are balanced. */
    within: z.string().min(1).max(100).optional(),
  }),
]);
export type ArmsBy = z.infer<typeof ArmsBy>;

/** A part of the network is run in several ways at once: what is asked by that, the ways, and how members come into them. */
export const Variant = recordKind({
  name: 'variant',
  says: 'A part of the network is run in several ways at once: what is asked, the ways (arms), and how members come into them.',
  schema: z.strictObject({
    variant: Id,
    question: TextRef,
    arms: z
      .array(z.strictObject({ arm: z.enum(ARMS), words: TextRef }))
      .min(2)
      .max(ARMS.length),
    assign: ArmsBy,
    /** Fixed when it was described, so that nobody chooses what to look at once figures are known. */
    outcomes: z.array(z.enum(VARIANT_OUTCOMES)).min(1),
    describedBy: Id,
    describedAt: Instant,
    status: z.enum(['running', 'ended']),
    /** What was decided; null where it runs, or the network closed before. */
    decided: TextRef.nullable(),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.variant),
  columns: [
    ...['variant', 'question', 'arms', 'assign', 'outcomes', 'describedBy', 'describedAt'],
    ...['status', 'decided', 'endedAt'],
  ],
  example: {
    ...{ variant: 'variant-1', question: 't-0123456789abcdef' },
    arms: [
      { arm: 'a' as const, words: 't-1123456789abcdef' },
      { arm: 'b' as const, words: 't-2123456789abcdef' },
    ],
    assign: { by: 'random' as const, seed: 7, within: 'region' },
    outcomes: ['contributions' as const, 'ties' as const],
    ...{ describedBy: 'p01', describedAt: '2026-03-02T09:00:00.000Z' },
    ...{ status: 'running' as const, decided: null, endedAt: null },
  },
});

export type VariantBody = z.infer<typeof Variant.schema>;
