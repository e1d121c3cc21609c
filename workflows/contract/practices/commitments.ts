/** What members do about their promises, and what they are told. */
import { z } from 'zod';
import { action, Id, Text } from '../action.ts';

export const commitmentActions = {
  commit: action({
    name: 'commit',
    does: 'promise to do something by a day',
    may: { members: ['active'] },
    takenBy: { practice: 'commitments' },
    payload: z.strictObject({ text: Text, due: z.iso.date('write a date as 2026-02-28') }),
    words: ['text'],
    people: [],
    example: { text: 'Try the one-page form with two families', due: '2026-04-01' },
  }),
  'settle-commitment': action({
    name: 'settle-commitment',
    does: 'say whether you kept a promise',
    may: { concerned: true },
    takenBy: { practice: 'commitments', item: 'commitment' },
    payload: z.strictObject({ commitment: Id, kept: z.boolean() }),
    words: [],
    people: [],
    example: { commitment: 'promise-7', kept: true },
  }),
} as const;

export const COMMITMENT_NOTICES = ['commitment-due', 'commitment-asked'] as const;
export type CommitmentNotice = (typeof COMMITMENT_NOTICES)[number];
