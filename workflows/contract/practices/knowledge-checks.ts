/** How members opt in to knowledge checks, and out again. */
import { z } from 'zod';
import { action } from '../action.ts';

export const knowledgeActions = {
  'join-knowledge-checks': action({
    name: 'join-knowledge-checks',
    does: 'take part in knowledge checks, or no longer; your results are told to you alone',
    may: { members: ['active'] },
    takenBy: { practice: 'knowledge-checks' },
    payload: z.strictObject({ takesPart: z.boolean() }),
    words: [],
    people: [],
    example: { takesPart: true },
  }),
} as const;
