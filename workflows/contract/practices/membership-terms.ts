/** What members say about their terms, and what is looked at for all of them together. */
import { z } from 'zod';
import type { Instant, SettingsOf } from '../../../data/records/index.ts';
import { action } from '../action.ts';
import type { Policy } from '../policy.ts';

export const membershipTermActions = {
  'renew-membership': action({
    name: 'renew-membership',
    does: 'go on for another term, when you are asked or after a pause',
    may: { members: ['active'] },
    takenBy: { practice: 'membership-terms' },
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  'pause-membership': action({
    name: 'pause-membership',
    does: 'pause until a day: you stay a member, and are asked for nothing',
    may: { members: ['active'] },
    takenBy: { practice: 'membership-terms' },
    payload: z.strictObject({ until: z.iso.date('write a date as 2026-02-28') }),
    words: [],
    people: [],
    example: { until: '2026-09-01' },
  }),
} as const;

export const MEMBERSHIP_NOTICES = ['term-ends', 'term-ends-soon', 'term-lapsed'] as const;
export type MembershipNotice = (typeof MEMBERSHIP_NOTICES)[number];

interface Terms {
  network: string;
  calendar: Pick<Policy, 'timeZone' | 'blackouts'>;
  settings: SettingsOf<'membership-terms'>;
  at: Instant;
}

export interface MembershipTermActivities {
  /**
   * Looks at the terms of all members: begins those of newcomers, asks whose term ends, reminds, and does what the
   * charter says with who has not answered. At most so many lapse in one look; `more`: there are others.
   */
  lookAtTerms(input: Terms & { workflowId: string }): Promise<{
    asked: number;
    reminded: number;
    stayed: number;
    lapsed: string[];
    more: boolean;
  }>;
  /** A member renews or pauses; `said` is what they are told, also where nothing is changed. */
  settleTerm(input: Terms & { workflowId: string; member: string; pauseUntil: string | null }): Promise<{
    changed: boolean;
    said: string;
  }>;
  /** Who has left is asked nothing about their term any more. */
  endTerm(input: { network: string; workflowId: string; member: string; at: Instant }): Promise<{ ended: boolean }>;
}
