import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member opts in to knowledge checks, or out again. Results are nowhere: they are told to whoever answers. */
export const KnowledgeChoice = recordKind({
  name: 'knowledge-choice',
  says: 'A member opts in to knowledge checks, or out again. Results are nowhere: they are told to whoever answers.',
  schema: z.strictObject({ member: Id, takesPart: z.boolean() }),
  subject: (body) => subjectOf(body.member),
  columns: ['member', 'takesPart'],
  example: { member: 'p01', takesPart: true },
});
