import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A rule of the charter saw something in a snapshot that asks for attention. */
export const Finding = recordKind({
  name: 'finding',
  says: 'A rule of the charter saw something in a snapshot that asks for attention.',
  schema: z.strictObject({
    finding: Id,
    check: Id,
    rule: Id,
    metric: Id,
    groupBy: z.string().max(100).nullable(),
    value: z.number().nullable(),
    threshold: z.number(),
    p: z.number().nullable(),
    response: z.number().nullable(),
  }),
  subject: (body) => subjectOf(body.finding),
  columns: ['finding', 'check', 'rule', 'metric', 'groupBy', 'value', 'threshold', 'p', 'response'],
  example: {
    finding: 'finding-1',
    check: 'health-2026-03-31',
    rule: 'thin-exchange',
    metric: 'e-i-index',
    groupBy: 'region',
    value: -0.6,
    threshold: -0.4,
    p: 0.0002,
    response: 0.82,
  },
});

export type FindingBody = z.infer<typeof Finding.schema>;
