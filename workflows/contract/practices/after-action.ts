/** What facilitators do about what members say of the collaboration, and what everybody is told. */
import { z } from 'zod';
import { action, Id, Text } from '../action.ts';

export const afterActionActions = {
  'answer-point': action({
    name: 'answer-point',
    does: 'you said, we did: say to everybody what is done about a point that members brought up',
    may: { roles: ['facilitator', 'lead'] },
    takenBy: { practice: 'after-action', item: 'round' },
    payload: z.strictObject({ round: Id, point: z.int().min(1).max(1000), did: Text }),
    words: ['did'],
    people: [],
    example: {
      ...{ round: 'after-action-1', point: 1 },
      did: 'You said that meetings run over. From now on they last 50 minutes, and somebody keeps the time.',
    },
  }),
} as const;

export const AFTER_ACTION_NOTICES = ['point-asked', 'point-answered'] as const;
export type AfterActionNotice = (typeof AFTER_ACTION_NOTICES)[number];
