/** What newcomers and their buddies do, what they are told, and what is looked at. */
import { z } from 'zod';
import type { Instant } from '../../../data/records/index.ts';
import { action, Id } from '../action.ts';

export const newcomerActions = {
  'be-buddy': action({
    name: 'be-buddy',
    does: 'agree to be the buddy of a newcomer, or not',
    may: { concerned: true },
    takenBy: { practice: 'newcomers', item: 'newcomer' },
    payload: z.strictObject({ newcomer: Id, agree: z.boolean() }),
    words: [],
    people: [],
    example: { newcomer: 'newcomer-3', agree: true },
  }),
  'met-buddy': action({
    name: 'met-buddy',
    does: 'say that you and your buddy have met',
    may: { concerned: true },
    takenBy: { practice: 'newcomers', item: 'newcomer' },
    payload: z.strictObject({ newcomer: Id }),
    words: [],
    people: [],
    example: { newcomer: 'newcomer-3' },
  }),
} as const;

export const NEWCOMER_NOTICES = [
  'newcomer-welcome',
  'buddy-asked',
  'buddy-agreed',
  'newcomer-nudge',
  'newcomer-alone',
  'newcomer-without-buddy',
] as const;
export type NewcomerNotice = (typeof NEWCOMER_NOTICES)[number];

export interface NewcomersActivities {
  /** Who could be a newcomer's buddy: of another organisation where there is one, carrying least, no newcomer; null: nobody. */
  chooseBuddy(input: {
    network: string;
    member: string;
    /** Who was asked before. */
    notThese: string[];
    at: Instant;
  }): Promise<{ buddy: string | null }>;
  /** When a member first had a tie with each of the first so many others, either way, oldest first. */
  firstTies(input: { network: string; member: string; atMost: number; at: Instant }): Promise<{ times: Instant[] }>;
}
