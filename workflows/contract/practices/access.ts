/** What people need in order to take part, and who is told. */
import { z } from 'zod';
import { action, Id, Text } from '../action.ts';

const Amount = z.number().positive('give an amount above zero').max(1_000_000);

export const accessActions = {
  'state-access-need': action({
    name: 'state-access-need',
    does: 'say what you need in order to take part; only those read it who see to it',
    may: { members: ['invited', 'active'] },
    takenBy: { practice: 'access' },
    payload: z.strictObject({ text: Text }),
    words: ['text'],
    people: [],
    example: { text: 'I follow meetings in French; could somebody interpret?' },
  }),
  'settle-access-need': action({
    name: 'settle-access-need',
    does: 'say whether an access need is met: whoever sees to it, or the person who stated it',
    may: { concerned: true },
    takenBy: { practice: 'access', item: 'need' },
    payload: z.strictObject({ need: Id, met: z.boolean() }),
    words: [],
    people: [],
    example: { need: 'need-1', met: true },
  }),
  'ask-stipend': action({
    name: 'ask-stipend',
    does: 'ask for money that you need in order to take part',
    may: { members: ['invited', 'active'] },
    takenBy: { practice: 'access' },
    payload: z.strictObject({ amount: Amount, text: Text.optional() }),
    words: ['text'],
    people: [],
    example: { amount: 120, text: 'Somebody must look after my mother on those days' },
  }),
  'decide-stipend': action({
    name: 'decide-stipend',
    does: 'decide on a stipend: as asked for, less, or not',
    may: { concerned: true },
    takenBy: { practice: 'access', item: 'stipend' },
    payload: z.strictObject({ stipend: Id, approve: z.boolean(), amount: Amount.optional(), reason: Text.optional() }),
    words: ['reason'],
    people: [],
    example: { stipend: 'stipend-2', approve: true },
  }),
} as const;

export const ACCESS_NOTICES = [
  'access-need-stated',
  'access-need-waits',
  'access-need-settled',
  'stipend-asked',
  'stipend-waits',
  'stipend-decided',
] as const;
export type AccessNotice = (typeof ACCESS_NOTICES)[number];
