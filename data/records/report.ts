import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A health report was written. */
export const Report = recordKind({
  name: 'report',
  says: 'A health report was written.',
  schema: z.strictObject({
    check: Id,
    asOf: Instant,
    html: z.string().min(1),
    markdown: z.string().min(1),
    json: z.string().min(1),
  }),
  subject: (body) => subjectOf(body.check),
  columns: ['check', 'asOf', 'html', 'markdown', 'json'],
  example: {
    check: 'health-2026-03-31',
    asOf: '2026-03-31T00:00:00.000Z',
    html: '0f1e2d3c4b5a6978',
    markdown: '1f1e2d3c4b5a6978',
    json: '2f1e2d3c4b5a6978',
  },
});

export type ReportBody = z.infer<typeof Report.schema>;
