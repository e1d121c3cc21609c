import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { LEARNED_AFTER } from './knowledge-prompt.ts';
import { recordKind } from './record-kind.ts';

/** What a member learned by doing, in their own words, and what became of it: a pattern, part of one, or nothing. */
export const KnowledgeNote = recordKind({
  name: 'knowledge-note',
  says: 'What a member learned by doing, in their own words, and what became of it: a pattern, part of one, or nothing.',
  schema: z.strictObject({
    note: Id,
    prompt: Id,
    after: z.enum(LEARNED_AFTER),
    about: Id,
    member: Id,
    text: TextRef,
    at: Instant,
    status: z.enum(['kept', 'accepted', 'merged', 'set-aside']),
    pattern: Id.nullable(),
  }),
  subject: (body) => subjectOf(body.note),
  columns: ['note', 'prompt', 'after', 'about', 'member', 'text', 'at', 'status', 'pattern'],
  example: {
    note: 'prompt-1.note-1',
    prompt: 'prompt-1',
    after: 'session',
    about: 'session-1',
    member: 'p01',
    text: 't-0123456789abcdef',
    at: '2026-03-18T09:00:00.000Z',
    status: 'accepted',
    pattern: 'pattern-1',
  },
});

export type KnowledgeNoteBody = z.infer<typeof KnowledgeNote.schema>;
