import { z } from 'zod';
import { Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A survey wave: what was asked, and when it was open. */
export const Wave = recordKind({
  name: 'wave',
  says: 'A survey wave: what was asked, and when it was open.',
  schema: z.strictObject({
    wave: z.string().min(1).max(40),
    /** The types of tie that the questions ask for. */
    types: z.array(z.string().min(1).max(60)).min(1),
    opens: Instant,
    closes: Instant,
  }),
  subject: (body) => subjectOf(body.wave),
  columns: ['wave', 'types', 'opens', 'closes'],
  example: {
    wave: '1',
    types: ['advice'],
    opens: '2026-01-12T09:00:00.000Z',
    closes: '2026-01-26T09:00:00.000Z',
  },
});

export type WaveBody = z.infer<typeof Wave.schema>;
