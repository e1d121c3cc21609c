import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What shows that somebody has helped others: help that resolved, a piece that others used, a trial shared as data, an introduction that lasted. */
export const DEEDS = ['help', 'artifact', 'experiment', 'introduction'] as const;
export type RecognitionDeed = (typeof DEEDS)[number];

/** Somebody is thanked for what they did for others, and says whether others may hear of it. */
export const Recognition = recordKind({
  name: 'recognition',
  says: 'Somebody is thanked for what they did for others, and says whether others may hear of it.',
  schema: z.strictObject({
    member: Id,
    deed: z.enum(DEEDS),
    /** The request, artifact, experiment or introduction. */
    about: Id,
    round: Id,
    thankedAt: Instant,
    /** Whether others may hear of it; null: the person has not said, which is no. */
    public: z.boolean().nullable(),
  }),
  subject: (body) => subjectOf(body.member, body.deed, body.about),
  columns: ['member', 'deed', 'about', 'round', 'thankedAt', 'public'],
  example: {
    member: 'p01',
    deed: 'help',
    about: 'request-3',
    round: 'thanks-1',
    thankedAt: '2026-06-02T09:00:00.000Z',
    public: null,
  },
});

export type RecognitionBody = z.infer<typeof Recognition.schema>;
