/** What the lead is told when those who joined are less mixed than the charter asks for. */
import type { Instant } from '../../../data/records/index.ts';

export const DIVERSITY_NOTICES = ['diversity-gaps'] as const;
export type DiversityNotice = (typeof DIVERSITY_NOTICES)[number];

export interface DiversityActivities {
  /** Measures how mixed those are who have joined, and keeps it. `short`: attributes that fall short of their target. */
  measureDiversity(input: {
    network: string;
    check: string;
    targets: { attribute: string; atLeast: number }[];
    at: Instant;
  }): Promise<{ short: number }>;
}
