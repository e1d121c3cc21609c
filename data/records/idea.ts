import { z } from 'zod';
import { Id, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** An idea. It has no author until ideas have been ranked, so that it is looked at for what it says. */
export const Idea = recordKind({
  name: 'idea',
  says: 'An idea. It has no author until ideas have been ranked, so that it is looked at for what it says.',
  schema: z.strictObject({
    idea: Id,
    round: Id,
    text: TextRef,
    author: Id.nullable(),
  }),
  subject: (body) => subjectOf(body.idea),
  columns: ['idea', 'round', 'text', 'author'],
  example: { idea: 'ideas-1.idea-1', round: 'ideas-1', text: 't-0123456789abcdef', author: 'p01' },
});

export type IdeaBody = z.infer<typeof Idea.schema>;
