import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Which stories were told on to everybody, once somebody had looked at them. */
export const WinDigest = recordKind({
  name: 'win-digest',
  says: 'Which stories were told on to everybody, once somebody had looked at them.',
  schema: z.strictObject({
    digest: Id,
    status: z.enum(['preview', 'sent', 'withheld']),
    /** Those that are told on; in what is withheld, those that would have been. */
    stories: z.array(Id),
    /** Left out by whoever looked at them. */
    dropped: z.array(Id),
    /** Who looked at it; null: nobody did in time, and what the charter says was done. */
    by: Id.nullable(),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.digest),
  columns: ['digest', 'status', 'stories', 'dropped', 'by', 'at'],
  example: {
    digest: 'digest-1',
    status: 'sent',
    stories: ['story-1', 'story-4'],
    dropped: ['story-2'],
    by: 'p01',
    at: '2026-06-02T09:00:00.000Z',
  },
});

export type WinDigestBody = z.infer<typeof WinDigest.schema>;
