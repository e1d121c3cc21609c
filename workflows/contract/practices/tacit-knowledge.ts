/** What members note of what they learned by doing, and what curators make of it. */
import { z } from 'zod';
import { action, Id, Text } from '../action.ts';

export const tacitActions = {
  'note-knowledge': action({
    name: 'note-knowledge',
    does: 'say what you learned by doing that nobody has said yet',
    may: { concerned: true },
    takenBy: { practice: 'tacit-knowledge', item: 'prompt' },
    payload: z.strictObject({ prompt: Id, text: Text }),
    words: ['text'],
    people: [],
    example: { prompt: 'prompt-1', text: 'Families answer the second question only when you put the pen down' },
  }),
  'curate-note': action({
    name: 'curate-note',
    does: 'make a pattern of a note (accept, with a title), add it to one (merge), or set it aside',
    may: { roles: ['steward', 'facilitator'] },
    takenBy: { practice: 'tacit-knowledge' },
    payload: z
      .strictObject({
        note: Id,
        decision: z.enum(['accept', 'merge', 'set-aside']),
        title: Text.optional(),
        pattern: Id.optional(),
      })
      .refine(({ decision, title }) => (decision === 'accept') === (title !== undefined), {
        message: 'accept takes a title, and nothing else does',
        path: ['title'],
      })
      .refine(({ decision, pattern }) => (decision === 'merge') === (pattern !== undefined), {
        message: 'merge names the pattern, and nothing else does',
        path: ['pattern'],
      }),
    words: ['title'],
    people: [],
    example: { note: 'prompt-1.note-1', decision: 'accept', title: 'Put the pen down for the second question' },
  }),
  'retire-pattern': action({
    name: 'retire-pattern',
    does: 'retire a pattern that no longer holds',
    may: { roles: ['steward', 'facilitator'] },
    takenBy: { practice: 'tacit-knowledge' },
    payload: z.strictObject({ pattern: Id }),
    words: [],
    people: [],
    example: { pattern: 'pattern-1' },
  }),
} as const;

export const TACIT_NOTICES = ['knowledge-asked', 'knowledge-still-asked', 'note-to-curate'] as const;
export type TacitNotice = (typeof TACIT_NOTICES)[number];
