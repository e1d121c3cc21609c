import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/**
 * What else may have brought an outcome about, after Yin (2000): chance; a flaw of the evidence; those who looked wished
 * for it; another intervention, alone or together with ours; how ours was done rather than what it was; another reason
 * than the one we give; something larger than all of it; that times have changed.
 */
export const RIVALS = [
  'chance',
  'flawed-evidence',
  'wishful-looking',
  'another-intervention',
  'interventions-together',
  'how-it-was-done',
  'another-reason',
  'something-larger',
  'times-have-changed',
] as const;

/** Whether an explanation still stands, once it was held against the evidence. */
export const STANDINGS = ['ruled-out', 'weakened', 'stands'] as const;
export const CONFIDENCES = ['low', 'medium', 'high'] as const;

/** What members say that the network contributed to an outcome, with what speaks against it. Never a share or a number. */
export const ContributionClaim = recordKind({
  name: 'contribution-claim',
  says: 'What members say that the network contributed to an outcome, with what speaks against it. Never a share or a number.',
  schema: z.strictObject({
    claim: Id,
    member: Id,
    outcome: TextRef,
    contribution: TextRef,
    evidence: TextRef,
    confidence: z.enum(CONFIDENCES),
    because: TextRef,
    rivals: z.array(z.strictObject({ rival: z.enum(RIVALS), text: TextRef, standing: z.enum(STANDINGS) })).min(1),
    /** Who gave each of them, in the same order: apart, so that whoever is erased is taken out of one list. */
    rivalsBy: z.array(Id).min(1),
    claimedAt: Instant,
    status: z.enum(['in-review', 'supported', 'not-supported', 'unreviewed']),
    /** Somebody else than who claims it. */
    reviewedBy: Id.nullable(),
    reason: TextRef.nullable(),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.claim),
  columns: [
    ...[
      'claim',
      'member',
      'outcome',
      'contribution',
      'evidence',
      'confidence',
      'because',
      'rivals',
      'rivalsBy',
      'claimedAt',
    ],
    ...['status', 'reviewedBy', 'reason', 'endedAt'],
  ],
  example: {
    claim: 'claim-1',
    member: 'p01',
    outcome: 't-0123456789abcdef',
    contribution: 't-1123456789abcdef',
    evidence: 't-2123456789abcdef',
    confidence: 'medium' as const,
    because: 't-3123456789abcdef',
    rivals: [{ rival: 'another-intervention' as const, text: 't-4123456789abcdef', standing: 'weakened' as const }],
    rivalsBy: ['p02'],
    claimedAt: '2026-09-02T09:00:00.000Z',
    status: 'supported' as const,
    reviewedBy: 'p03',
    reason: 't-5123456789abcdef',
    endedAt: '2026-09-12T09:00:00.000Z',
  },
});

export type ContributionClaimBody = z.infer<typeof ContributionClaim.schema>;
