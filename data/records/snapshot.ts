import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A health check measured the network as of a date: the headline figures, and where the whole measurement is kept. */
export const Snapshot = recordKind({
  name: 'snapshot',
  says: 'A health check measured the network as of a date: the headline figures, and where the whole measurement is kept.',
  schema: z.strictObject({
    check: Id,
    asOf: Instant,
    inputDigest: z.string().min(8),
    /** Response rate of the newest wave, 0 to 1; null where no wave was asked. */
    response: z.number().nullable(),
    /** Metric id (with its group attribute after @ where it has one) to value; null where it cannot be known. */
    figures: z.record(z.string(), z.number().nullable()),
    /** Content address of the whole report as JSON. */
    artifact: z.string().min(8),
  }),
  subject: (body) => subjectOf(body.check),
  columns: ['check', 'asOf', 'inputDigest', 'response', 'figures', 'artifact'],
  example: {
    check: 'health-2026-03-31',
    asOf: '2026-03-31T00:00:00.000Z',
    inputDigest: '0f1e2d3c4b5a6978',
    response: 0.82,
    figures: { 'e-i-index@region': -0.6 },
    artifact: '0f1e2d3c4b5a6978',
  },
});

export type SnapshotBody = z.infer<typeof Snapshot.schema>;
