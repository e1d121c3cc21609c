/** What holders of roles say about who would take over from them. */
import { z } from 'zod';
import { ROLE_NAMES, RoleName } from '../../../data/records/index.ts';
import { action, Id } from '../action.ts';

export const successionActions = {
  'name-successor': action({
    name: 'name-successor',
    does: 'say who would take over a role that you hold, and whether they could today; without a successor: nobody yet',
    may: { roles: ROLE_NAMES },
    takenBy: { practice: 'succession' },
    payload: z.strictObject({ role: RoleName, successor: Id.optional(), ready: z.boolean().default(false) }),
    words: [],
    people: ['successor'],
    takingPart: ['successor'],
    example: { role: 'lead', successor: 'p07', ready: true },
  }),
} as const;

export const SUCCESSION_NOTICES = ['successor-asked', 'successor-reminder', 'role-vacant'] as const;
export type SuccessionNotice = (typeof SUCCESSION_NOTICES)[number];
