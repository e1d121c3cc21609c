/** How a network says what it believes in, what it wants to know, and how far it has grown. */
import { z } from 'zod';
import { action, Id, Text } from '../action.ts';

export const theoryActions = {
  'write-theory': action({
    name: 'write-theory',
    does: 'say how what the network does leads to what it wants; earlier versions are kept',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'theory-of-change' },
    payload: z.strictObject({ text: Text }),
    words: ['text'],
    people: [],
    example: { text: 'Who sees how others do it tries it at home; what works at home shortens the wait' },
  }),
  'propose-question': action({
    name: 'propose-question',
    does: 'propose a question that the network should find out about, on an item of the agenda or on none',
    may: { members: ['active'] },
    takenBy: { practice: 'theory-of-change' },
    payload: z.strictObject({ text: Text, item: Id.optional() }),
    words: ['text'],
    people: [],
    example: { text: 'Does a one-page form bring families back?', item: 'agenda-1' },
  }),
  'order-questions': action({
    name: 'order-questions',
    does: 'put the learning questions in order, the most important first; those that are left out come after',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'theory-of-change' },
    payload: z.strictObject({ order: z.array(Id).min(1).max(200) }),
    words: [],
    people: [],
    example: { order: ['question-2', 'question-1'] },
  }),
  'set-maturity': action({
    name: 'set-maturity',
    does: 'say which stage of its growth the network is in, and why; it selects what is due and what reports show',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'theory-of-change' },
    payload: z.strictObject({ stage: Id, reason: Text }),
    words: ['reason'],
    people: [],
    example: { stage: 'growing', reason: 'Members ask each other without us' },
  }),
} as const;

export const THEORY_NOTICES = ['theory-written', 'maturity-set'] as const;
export type TheoryNotice = (typeof THEORY_NOTICES)[number];
