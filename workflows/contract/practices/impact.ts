/** How members say that something has become better, and what is looked up for it. */
import { z } from 'zod';
import type { Instant } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const impactActions = {
  'report-impact': action({
    name: 'report-impact',
    does: 'say what became better by a cycle, an item of the agenda or an experiment: measured before and after',
    may: { members: ['active'] },
    takenBy: { practice: 'impact' },
    payload: z.strictObject({
      about: Id,
      measure: Text,
      baseline: z.number(),
      value: z.number(),
      better: z.enum(['higher', 'lower']),
      evidence: Text,
      since: z.iso.date('write a date as 2026-02-28').optional(),
    }),
    words: ['measure', 'evidence'],
    people: [],
    example: {
      about: 'cycle-1',
      measure: 'Weeks until a first appointment',
      baseline: 11,
      value: 7,
      better: 'lower',
      evidence: 'Our waiting list, March and September',
      since: '2026-09-02',
    },
  }),
} as const;

export interface ImpactActivities {
  /**
   * Notes what has been framed since the last look (items of the agenda, cycles, experiments), each with its day; and says
   * since when what is asked about is framed (null where there is no such thing), with the newest that there are.
   */
  noteFramings(input: {
    network: string;
    about: string | null;
    at: Instant;
  }): Promise<{ framedAt: Instant | null; newest: string[] }>;
}
