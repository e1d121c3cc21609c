/**
 * How members answer questionnaires, whichever practice asks, and what the rounds need of the world.
 *
 * An answer goes to no workflow: the port of the host checks it and counts or keeps it (`workflows/host/networks/
 * answer-round.ts`), so that nothing of it can be in a history.
 */
import { z } from 'zod';
import type { Instant, PracticeName } from '../../../data/records/index.ts';
import { action, Id } from '../action.ts';

const Ratings = z.record(Id, z.number());

export const questionnaireActions = {
  'answer-questionnaire': action({
    name: 'answer-questionnaire',
    does: 'answer a questionnaire, once a round; weft questionnaires explains each, and what becomes of an answer',
    may: { members: ['active'] },
    takenBy: 'questionnaires',
    payload: z.strictObject({
      round: Id,
      answers: z.record(Id, z.union([z.number(), z.string()])).default({}),
      /** Where contacts are asked for: each with a rating of every item. */
      contacts: z
        .array(z.strictObject({ to: Id, ratings: Ratings }))
        .max(500, 'name at most 500')
        .default([]),
    }),
    words: [],
    people: ['contacts'],
    example: { round: 'pulse-1', answers: { 'speak-up': 3, ask: 4, differ: 3, risk: 2, trust: 4, worth: 3 } },
  }),
} as const;

export const QUESTIONNAIRE_NOTICES = ['questionnaire-open', 'questionnaire-reminder'] as const;
export type QuestionnaireNotice = (typeof QUESTIONNAIRE_NOTICES)[number];

/** Something that a round has brought up: an item that was answered low, or a text. */
export interface Point {
  item: string;
  /** Reference to sealed words. */
  text: string | null;
}

export interface QuestionnaireActivities {
  /** Puts a questionnaire to members: keeps the round, as it is asked, and whom it asks. */
  openRound(input: {
    network: string;
    practice: PracticeName;
    round: string;
    questionnaire: string;
    /** Only the items of a modality; null: all. */
    modality: string | null;
    cycle: number | null;
    by: string | null;
    whom: 'active' | 'opted-in';
    opens: Instant;
    closes: Instant;
  }): Promise<{ asked: number }>;
  /** Closes a round: keeps what may be shown of it, and forgets who answered. */
  closeRound(input: { network: string; round: string; at: Instant }): Promise<{
    asked: number;
    answered: number;
    /** At most 30, those of scales first. */
    points: Point[];
  }>;
}
