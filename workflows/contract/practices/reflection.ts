/** What members do with what they have written for themselves, and what facilitators are told of a cycle. */
import { z } from 'zod';
import type { Instant } from '../../../data/records/index.ts';
import { action, Id } from '../action.ts';

export const reflectionActions = {
  'share-reflection': action({
    name: 'share-reflection',
    does: 'let the others read what you wrote in a reflection; until then it is yours alone',
    may: { members: ['active'] },
    takenBy: { practice: 'reflection' },
    payload: z.strictObject({ round: Id }),
    words: [],
    people: [],
    example: { round: 'reflection-1' },
  }),
} as const;

export const REFLECTION_NOTICES = ['reflection-shared', 'cycle-one-sided'] as const;
export type ReflectionNotice = (typeof REFLECTION_NOTICES)[number];

export interface ReflectionActivities {
  /**
   * Counts what a cycle held of action and of reflection, and keeps it. Dates are null where they are known already:
   * when something about the cycle has come in later.
   */
  weighCycle(input: {
    network: string;
    cycle: number;
    began: Instant | null;
    ended: Instant | null;
    at: Instant;
  }): Promise<{ action: number; reflection: number }>;
  /** Marks a member's reflection as shared; nothing where there is none. */
  shareReflection(input: { network: string; round: string; member: string; at: Instant }): Promise<{
    /** References to sealed words; empty: nothing was written, or it is shared already. */
    texts: string[];
  }>;
}
