/** What people do about facilitation, what they are told, and whose turn it is. */
import { z } from 'zod';
import type { Instant } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const facilitationActions = {
  'record-training': action({
    name: 'record-training',
    does: 'note that a member was trained to facilitate: who, on which day, and in what',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'facilitation' },
    payload: z.strictObject({ member: Id, on: z.iso.date('write a date as 2026-02-28'), what: Text.optional() }),
    words: ['what'],
    people: ['member'],
    example: { member: 'p07', on: '2026-02-10', what: 'A day on leading peer circles' },
  }),
  'pause-facilitation': action({
    name: 'pause-facilitation',
    does: 'be left out of the rota of facilitators until further notice, or be in it again; a turn that you have not answered goes to the next',
    may: { members: ['active'] },
    takenBy: { practice: 'facilitation' },
    payload: z.strictObject({ pause: z.boolean() }),
    words: [],
    people: [],
    example: { pause: true },
  }),
  'answer-turn': action({
    name: 'answer-turn',
    does: 'say whether you take your turn to facilitate',
    may: { concerned: true },
    takenBy: { practice: 'facilitation' },
    payload: z.strictObject({ turn: Id, accept: z.boolean() }),
    words: [],
    people: [],
    example: { turn: 'cycle-1.exchange', accept: true },
  }),
  'swap-turn': action({
    name: 'swap-turn',
    does: 'hand your turn to facilitate to another trained member, who is asked',
    may: { concerned: true },
    takenBy: { practice: 'facilitation' },
    payload: z.strictObject({ turn: Id, with: Id }),
    words: [],
    people: ['with'],
    takingPart: ['with'],
    example: { turn: 'cycle-1.exchange', with: 'p07' },
  }),
} as const;

export const FACILITATION_NOTICES = ['turn-asked', 'turn-open'] as const;
export type FacilitationNotice = (typeof FACILITATION_NOTICES)[number];

export interface FacilitationActivities {
  /**
   * Whose turn it is, for one session or for all stages of a cycle: trained members who are active, in the rota and do
   * not pause their membership, so that loads (turns held, accepted or asked for, in the time that is looked at) are as even as can be, and
   * nobody leads twice in a row while others can. For any practice that needs somebody to lead.
   */
  nextFacilitators(input: {
    network: string;
    /** In order; `notFor`: who cannot take it. */
    turns: { turn: string; notFor: string[] }[];
    /** How far back turns count, as an ISO-8601 duration. */
    loadOver: string;
    at: Instant;
  }): Promise<{ turns: { turn: string; facilitator: string | null }[] }>;
}
