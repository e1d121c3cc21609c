/** How whoever does not want to be asked after the close says so. */
import { z } from 'zod';
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
