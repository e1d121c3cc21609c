/** What those say who were thanked, and what is looked up for it. */
import { z } from 'zod';
import type { BodyOf } from '../../../data/records/index.ts';
import { action, Id } from '../action.ts';

export const recognitionActions = {
  'agree-recognition': action({
    name: 'agree-recognition',
    does: 'say whether others may hear that you are thanked',
    may: { concerned: true },
    takenBy: { practice: 'recognition' },
    payload: z.strictObject({ round: Id, public: z.boolean() }),
    words: [],
    people: [],
    afterLeaving: true,
    example: { round: 'thanks-1', public: true },
  }),
} as const;

export const RECOGNITION_NOTICES = ['thanks', 'thanks-ask', 'thanks-public'] as const;
export type RecognitionNotice = (typeof RECOGNITION_NOTICES)[number];

export interface RecognitionActivities {
  /** What members who take part did for others and were not thanked for yet, as the facts show. */
  findDeeds(input: { network: string; atMost: number }): Promise<{
    deeds: Pick<BodyOf<'recognition'>, 'member' | 'deed' | 'about'>[];
  }>;
  /** The recognitions of a person in a round, as they stand. */
  deedsOf(input: { network: string; round: string; member: string }): Promise<{
    deeds: BodyOf<'recognition'>[];
  }>;
}
