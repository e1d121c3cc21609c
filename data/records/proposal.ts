import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Something to do about a finding, with what it is expected to change and how sure that is. */
export const Proposal = recordKind({
  name: 'proposal',
  says: 'Something to do about a finding, with what it is expected to change and how sure that is.',
  schema: z.strictObject({
    proposal: Id,
    /** What it answers, by which rule of the charter; null where a person proposed it. */
    finding: Id.nullable(),
    rule: Id.nullable(),
    action: z.enum(['introduce']),
    /** Whom it concerns: for an introduction the two members. */
    parties: z.array(Id).min(1).max(10),
    status: z.enum(['proposed', 'approved', 'declined', 'expired', 'withdrawn']),
    /** The metric it should move, with its value before and the value predicted if it is done, with a band. */
    metric: Id,
    groupBy: z.string().max(100).nullable(),
    before: z.number().nullable(),
    predicted: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Reasons as data: code and numbers, put into words by the report. */
    reasons: z.array(z.strictObject({ code: Id, value: z.union([z.number(), z.string().max(200)]) })),
    seed: z.int(),
  }),
  subject: (body) => subjectOf(body.proposal),
  columns: [
    'proposal',
    'finding',
    'rule',
    'action',
    'parties',
    'status',
    'metric',
    'groupBy',
    'before',
    'predicted',
    'low',
    'high',
    'reasons',
    'seed',
  ],
  example: {
    proposal: 'proposal-1',
    finding: 'finding-1',
    rule: 'thin-exchange',
    action: 'introduce',
    parties: ['p01', 'p41'],
    status: 'proposed',
    metric: 'e-i-index',
    groupBy: 'region',
    before: -0.6,
    predicted: -0.59,
    low: -0.595,
    high: -0.585,
    reasons: [{ code: 'reach-gained', value: 14 }],
    seed: 1,
  },
});

export type ProposalBody = z.infer<typeof Proposal.schema>;
