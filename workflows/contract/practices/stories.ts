/** How members tell what the network was worth to them. */
import { z } from 'zod';
import { type BodyOf, VALUES } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

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
      named: z.boolean().optional(),
    }),
    words: ['text'],
    people: [],
    example: { text: 'With your form the first talk takes half the time', value: 'realised', cycle: 1, share: true },
  }),
  'share-story': action({
    name: 'share-story',
    does: 'say anew whether others may read a story of yours, and whose it is; or take that back',
    may: { concerned: true },
    takenBy: { practice: 'stories' },
    payload: z.strictObject({ story: Id, share: z.boolean(), named: z.boolean().optional() }),
    words: [],
    people: [],
    afterLeaving: true,
    example: { story: 'story-1', share: false },
  }),
} as const;

export interface StoryActivities {
  /** A story as it stands; null where there is none (any more). */
  storyTold(input: { network: string; story: string }): Promise<{ told: BodyOf<'story'> | null }>;
}
