/** What lead and facilitators do about stories before they are told on, and what is looked up for it. */
import { z } from 'zod';
import { action, Id } from '../action.ts';

export const winsActions = {
  'approve-wins': action({
    name: 'approve-wins',
    does: 'tell stories on to everybody, without those that you drop; or none of them',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'wins' },
    payload: z.strictObject({ digest: Id, drop: z.array(Id).max(20).optional(), send: z.boolean().optional() }),
    words: [],
    people: [],
    example: { digest: 'digest-1', drop: ['story-2'] },
  }),
} as const;

export const WINS_NOTICES = ['wins-preview', 'wins-digest'] as const;
export type WinsNotice = (typeof WINS_NOTICES)[number];

export interface WinsActivities {
  /** Stories whose tellers agree that they are told on, and that no digest has held yet: oldest first. */
  gatherWins(input: { network: string; atMost: number }): Promise<{ stories: string[] }>;
}
