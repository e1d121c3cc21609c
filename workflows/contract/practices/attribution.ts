/** What members say of outcomes and of what else may explain them, and what they are told. */
import { z } from 'zod';
import { CONFIDENCES, RIVALS, STANDINGS } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const attributionActions = {
  'claim-contribution': action({
    name: 'claim-contribution',
    does: 'say what the network contributed to an outcome: with evidence, another explanation, and how sure you are',
    may: { members: ['active'] },
    takenBy: { practice: 'attribution' },
    payload: z.strictObject({
      outcome: Text,
      contribution: Text,
      evidence: Text,
      confidence: z.enum(CONFIDENCES),
      because: Text,
      rival: z.enum(RIVALS),
      rivalText: Text,
      standing: z.enum(STANDINGS),
    }),
    words: ['outcome', 'contribution', 'evidence', 'because', 'rivalText'],
    people: [],
    example: {
      outcome: 'Families wait seven weeks, not eleven',
      contribution: 'Three clinics took up the one-page form that one of them had shown',
      evidence: 'Waiting lists before and after; the day on which each began',
      confidence: 'medium',
      because: 'The wait fell first where the form came first',
      rival: 'another-intervention',
      rivalText: 'Two of the clinics got another doctor in spring',
      standing: 'weakened',
    },
  }),
  'add-rival': action({
    name: 'add-rival',
    does: 'add another explanation of an outcome that somebody claims for the network',
    may: { members: ['active'] },
    takenBy: { practice: 'attribution', item: 'claim' },
    payload: z.strictObject({ claim: Id, rival: z.enum(RIVALS), text: Text, standing: z.enum(STANDINGS) }),
    words: ['text'],
    people: [],
    example: { claim: 'claim-1', rival: 'times-have-changed', text: 'Fewer children were born', standing: 'ruled-out' },
  }),
  'review-claim': action({
    name: 'review-claim',
    does: 'say whether the evidence supports a claim of somebody else, and why',
    may: { members: ['active'] },
    takenBy: { practice: 'attribution', item: 'claim' },
    payload: z.strictObject({
      claim: Id,
      supported: z.boolean(),
      reason: Text,
      confidence: z.enum(CONFIDENCES).optional(),
    }),
    words: ['reason'],
    people: [],
    example: { claim: 'claim-1', supported: true, reason: 'The order of days speaks for it', confidence: 'medium' },
  }),
} as const;

export const ATTRIBUTION_NOTICES = ['claim-review', 'claim-reviewed'] as const;
export type AttributionNotice = (typeof ATTRIBUTION_NOTICES)[number];
