/** What people do about the groups within a network, and what they are told. */
import { z } from 'zod';
import { ClockTime, Rhythm, TIERS } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

const Circle = z.strictObject({ circle: Id });

export const circleActions = {
  'form-circle': action({
    name: 'form-circle',
    does: 'form a group: an expert-led forum, a peer-led circle or a federated pod, with its facilitator and rhythm',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'circles' },
    payload: z
      .strictObject({
        title: Text,
        tier: z.enum(TIERS),
        facilitator: Id,
        rhythm: Rhythm.optional(),
        at: ClockTime.optional(),
        minutes: z.int().min(5).max(1440).optional(),
        place: Text.optional(),
      })
      .refine(({ rhythm, at, minutes }) => (rhythm === undefined) === (at === undefined && minutes === undefined), {
        message: 'a group that meets has a rhythm, a time (at) and a length (minutes): give all or none',
        path: ['rhythm'],
      })
      .refine(({ rhythm, at, minutes }) => rhythm === undefined || (at !== undefined && minutes !== undefined), {
        message: 'a group that meets has a rhythm, a time (at) and a length (minutes): give all or none',
        path: ['rhythm'],
      }),
    words: ['title', 'place'],
    people: ['facilitator'],
    takingPart: ['facilitator'],
    example: {
      ...{ title: 'Intake in small towns', tier: 'peer-circle', facilitator: 'p07' },
      ...{ rhythm: 'P14D', at: '17:00', minutes: 60 },
    },
  }),
  'join-circle': action({
    name: 'join-circle',
    does: 'join a group; its meetings come into your calendar',
    may: { members: ['active'] },
    takenBy: { practice: 'circles' },
    payload: Circle,
    words: [],
    people: [],
    example: { circle: 'circle-1' },
  }),
  'leave-circle': action({
    name: 'leave-circle',
    does: 'leave a group; its meetings go from your calendar',
    may: { members: ['active'] },
    takenBy: { practice: 'circles' },
    payload: Circle,
    words: [],
    people: [],
    example: { circle: 'circle-1' },
  }),
  'place-in-circle': action({
    name: 'place-in-circle',
    does: 'place members in a group',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'circles' },
    payload: z.strictObject({ circle: Id, members: z.array(Id).min(1).max(200) }),
    words: [],
    people: ['members'],
    takingPart: ['members'],
    example: { circle: 'circle-1', members: ['p05', 'p06'] },
  }),
  'end-circle': action({
    name: 'end-circle',
    does: 'end a group and its meetings',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'circles' },
    payload: Circle,
    words: [],
    people: [],
    example: { circle: 'circle-1' },
  }),
} as const;

export const CIRCLE_NOTICES = ['circle-placed', 'circle-ended', 'circle-yours'] as const;
export type CircleNotice = (typeof CIRCLE_NOTICES)[number];
