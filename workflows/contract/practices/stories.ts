/** How members tell what the network was worth to them. */
import { z } from 'zod';
import { VALUES } from '../../../data/records/index.ts';
import { action, Text } from '../action.ts';

export const storyActions = {
  'tell-story': action({
    name: 'tell-story',
    does: 'tell what the network was worth to you: immediate, potential (learned), applied (tried) or realised (became better)',
    may: { members: ['active'] },
    takenBy: { practice: 'stories' },
    payload: z.strictObject({
      text: Text,
      value: z.enum(VALUES),
      cycle: z.int().min(1).max(1000).optional(),
      share: z.boolean(),
    }),
    words: ['text'],
    people: [],
    example: { text: 'With your form the first talk takes half the time', value: 'realised', cycle: 1, share: true },
  }),
} as const;
