import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
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
  }),
  subject: (body) => subjectOf(body.introduction),
  columns: ['introduction', 'proposal', 'members', 'status', 'consented'],
  example: {
    introduction: 'introduction-1',
    proposal: 'proposal-1',
    members: ['p01', 'p41'] as [string, string],
    status: 'agreed',
    consented: ['p01', 'p41'],
  },
});

export type IntroductionBody = z.infer<typeof Introduction.schema>;
