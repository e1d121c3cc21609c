import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** The stage of its growth that the network is in, as somebody with the right has said; it selects what is due and shown. */
export const Maturity = recordKind({
  name: 'maturity',
  says: 'The stage of its growth that the network is in, as somebody with the right has said; it selects what is due and shown.',
  schema: z.strictObject({
    stage: Id,
    /** The stage before; null: the first. */
    from: Id.nullable(),
    since: Instant,
    /** Null: the stage that the charter begins with. */
    by: Id.nullable(),
    reason: TextRef.nullable(),
  }),
  subject: () => subjectOf('maturity'),
  columns: ['stage', 'from', 'since', 'by', 'reason'],
  example: { stage: 'growing', from: 'forming', since: '2026-04-01T09:00:00.000Z', by: 'p01', reason: null },
});

export type MaturityBody = z.infer<typeof Maturity.schema>;
