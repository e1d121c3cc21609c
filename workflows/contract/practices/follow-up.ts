/** How whoever does not want to be asked after the close says so. */
import { z } from 'zod';
import type { Instant } from '../../../data/records/index.ts';
import { action } from '../action.ts';

export const followUpActions = {
  'decline-follow-up': action({
    name: 'decline-follow-up',
    does: 'after the network has closed: not to be asked any more; what you answered stays, erasing takes it away',
    may: { members: ['active'] },
    takenBy: { practice: 'follow-up' },
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
} as const;

export interface FollowUpActivities {
  /** Counts what of the ties before the close a survey after it names again, and keeps the counts. */
  weighFollowUp(input: { network: string; wave: string; at: Instant }): Promise<{ kept: number }>;
}
