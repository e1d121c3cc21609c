import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** How far an introduction of two members has come. */
export const Introduction = recordKind({
  name: 'introduction',
  says: 'How far an introduction of two members has come.',
  schema: z.strictObject({
    introduction: Id,
    proposal: Id,
    members: z.tuple([Id, Id]),
    status: z.enum(['asked', 'refused', 'agreed', 'met', 'not-met', 'lapsed']),
    consented: z.array(Id),
    /** When it came out that they met; absent: they have not, or it was recorded before this was kept. */
    metAt: Instant.optional(),
  }),
  subject: (body) => subjectOf(body.introduction),
  columns: ['introduction', 'proposal', 'members', 'status', 'consented', 'metAt'],
  example: {
    introduction: 'introduction-1',
    proposal: 'proposal-1',
    members: ['p01', 'p41'] as [string, string],
    status: 'met',
    consented: ['p01', 'p41'],
    metAt: '2026-04-20T09:00:00.000Z',
  },
});

export type IntroductionBody = z.infer<typeof Introduction.schema>;
