/** What is said before a network is renewed, handed over or closed, and how its lead passes to somebody else. */
import { z } from 'zod';
import { FUTURES, type Instant, type RoleName } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const sustainmentActions = {
  'vote-on-future': action({
    name: 'vote-on-future',
    does: 'rank what should become of the network, best first; the newest ranking before the close counts',
    may: { members: ['active'] },
    takenBy: 'network',
    payload: z.strictObject({ ranking: z.array(z.enum(FUTURES)).min(1).max(3) }),
    words: [],
    people: [],
    example: { ranking: ['renew', 'hand-over'] },
  }),
  'answer-as-sponsor': action({
    name: 'answer-as-sponsor',
    does: 'say as a sponsor whether the network should go on',
    may: { roles: ['sponsor'] },
    takenBy: 'network',
    payload: z.strictObject({ goOn: z.boolean(), reason: Text.optional() }),
    words: ['reason'],
    people: [],
    example: { goOn: true, reason: 'The waiting time is what we are measured by' },
  }),
  'confirm-funding': action({
    name: 'confirm-funding',
    does: 'say until when there is money for the network; without a date: there is none',
    may: { roles: ['lead', 'sponsor'] },
    takenBy: 'network',
    payload: z.strictObject({ until: z.iso.date('write a date as 2026-02-28').optional(), reason: Text.optional() }),
    words: ['reason'],
    people: [],
    example: { until: '2027-12-31' },
  }),
  'answer-hand-over': action({
    name: 'answer-hand-over',
    does: 'take over the lead that you were asked to take over, or not',
    may: { concerned: true },
    takenBy: 'network',
    payload: z.strictObject({ handOver: Id, accept: z.boolean() }),
    words: [],
    people: [],
    example: { handOver: 'hand-over-1', accept: true },
  }),
  'confirm-handed-over': action({
    name: 'confirm-handed-over',
    does: 'confirm that an item of the hand-over’s checklist is handed over',
    may: { concerned: true },
    takenBy: 'network',
    payload: z.strictObject({ item: Id }),
    words: [],
    people: [],
    example: { item: 'accounts' },
  }),
} as const;

export const SUSTAINMENT_NOTICES = [
  'future-vote',
  'future-reminder',
  'sponsor-asked',
  'funding-asked',
  'gates-said',
  'hand-over-asked',
  'hand-over-items',
  'role-taken-over',
] as const;
export type SustainmentNotice = (typeof SUSTAINMENT_NOTICES)[number];

/**
 * A role has passed from somebody to somebody: the report by which every running workflow learns who holds it. `from` is
 * empty where nobody gives it up, `to` where nobody takes it: it is vacant from then on, or held by the others.
 */
export const ROLE_MOVED = 'role-moved';

/** Where a network leaves its archive: beside its reports. */
export function archiveFolder(reportsDir: string, network: string): string {
  return `${reportsDir}/${network}/archive`;
}

export interface SustainmentActivities {
  /** What waits for holders of a role as such waits for another person now; the workflows that ask are told. */
  passOnMatters(input: {
    network: string;
    role: RoleName;
    from: string[];
    to: string;
    at: Instant;
  }): Promise<{ passedOn: number }>;
  /** Lays the network out as files that can be read without Weft, all or none; the same facts give the same bytes. */
  makeArchive(input: { network: string }): Promise<{ files: number; bytes: number; digest: string }>;
}
