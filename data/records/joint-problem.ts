import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Who worked with whom on which problem, in a session. Ties of the type solved-with say the same of each two. */
export const JointProblem = recordKind({
  name: 'joint-problem',
  says: 'Who worked with whom on which problem, in a session.',
  schema: z.strictObject({
    problem: Id,
    session: Id,
    people: z.array(Id).min(2),
    on: TextRef,
    at: Instant,
  }),
  subject: (body) => subjectOf(body.problem),
  columns: ['problem', 'session', 'people', 'on', 'at'],
  example: {
    problem: 'session-1.problem-1',
    session: 'session-1',
    people: ['p01', 'p02'],
    on: 't-0123456789abcdef',
    at: '2026-03-10T09:30:00.000Z',
  },
});

export type JointProblemBody = z.infer<typeof JointProblem.schema>;
