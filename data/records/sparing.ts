import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Somebody was left out of something that can go without them, because they had been asked often enough. */
export const Sparing = recordKind({
  name: 'sparing',
  says: 'Somebody was left out of something that can go without them, because they had been asked often enough.',
  schema: z.strictObject({
    member: Id,
    /** What they would have been asked about: a request, a wave. */
    about: Id,
    at: Instant,
  }),
  subject: (body) => subjectOf(body.about, body.member),
  columns: ['member', 'about', 'at'],
  example: { member: 'p01', about: 'request-7', at: '2026-03-20T09:00:00.000Z' },
});

export type SparingBody = z.infer<typeof Sparing.schema>;
