/** What members do in accountability groups, what they are told, and what forming groups gives. */
import { z } from 'zod';
import type { Instant } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';
import type { Weighing } from './mentorship.ts';

export const accountabilityActions = {
  'join-accountability': action({
    name: 'join-accountability',
    does: 'take part in a small group in every cycle; notWith names whom you are not to be with, and nobody sees it',
    may: { members: ['active'] },
    takenBy: { practice: 'accountability' },
    payload: z.strictObject({ notWith: z.array(z.string().min(1).max(200)).max(20).optional() }),
    words: [],
    people: ['notWith'],
    example: {},
  }),
  'leave-accountability': action({
    name: 'leave-accountability',
    does: 'take part in no further accountability group',
    may: { members: ['active'] },
    takenBy: { practice: 'accountability' },
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  'take-task': action({
    name: 'take-task',
    does: 'say what you take home to do, and until when; your group knows of it',
    may: { concerned: true },
    takenBy: { practice: 'accountability', item: 'group' },
    payload: z.strictObject({ group: Id, task: Text, due: z.iso.date('write a date as 2026-02-28') }),
    words: ['task'],
    people: [],
    example: { group: 'group-2', task: 'Try the one-page form with two families', due: '2026-04-01' },
  }),
  'task-check-in': action({
    name: 'task-check-in',
    does: 'say whether your task is done, and which members you told or showed it',
    may: { concerned: true },
    takenBy: { practice: 'accountability', item: 'group' },
    payload: z.strictObject({
      group: Id,
      done: z.boolean(),
      reached: z.array(z.string().min(1).max(200)).max(50).default([]),
    }),
    words: [],
    people: ['reached'],
    example: { group: 'group-2', done: true, reached: ['p07'] },
  }),
} as const;

export const ACCOUNTABILITY_NOTICES = [
  'accountability-open',
  'group-formed',
  'group-changed',
  'task-taken',
  'task-asked',
] as const;
export type AccountabilityNotice = (typeof ACCOUNTABILITY_NOTICES)[number];

export interface AccountabilityActivities {
  /** Groups of those who take part, for a cycle: for difference, with those least who were in one group before. */
  formGroups(input: {
    network: string;
    cycle: number;
    size: number;
    leastHoursTogether: number;
    weigh: Weighing;
    at: Instant;
  }): Promise<{ groups: { members: string[]; because: string }[]; without: string[] }>;
  /** The group of these that suits a member best who was left alone; null where none will do. */
  chooseGroup(input: {
    network: string;
    member: string;
    groups: string[];
    leastHoursTogether: number;
    weigh: Weighing;
    at: Instant;
  }): Promise<{ group: string | null }>;
}
