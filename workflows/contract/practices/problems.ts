/** How a network states the problems that it works on, and where they stand. */
import { z } from 'zod';
import { Measure, Unit } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const problemActions = {
  'state-problem': action({
    name: 'state-problem',
    does: 'say which problem makes an item of the agenda real: what is measured, where it stands, where it should be, by when',
    may: { right: 'set-agenda', deputy: true },
    takenBy: { practice: 'problems' },
    payload: z
      .strictObject({
        item: Id,
        measure: Measure,
        unit: Unit.optional(),
        baseline: z.number(),
        target: z.number(),
        due: z.iso.date('write a date as 2026-02-28'),
        text: Text.optional(),
      })
      .refine(
        ({ baseline, target }) => baseline !== target,
        'the target is where it stands already: there is nothing to solve',
      ),
    words: ['text'],
    people: [],
    example: {
      ...{ item: 'agenda-1', measure: 'weeks-to-first-appointment', unit: 'weeks', baseline: 11, target: 3 },
      due: '2026-12-31',
    },
  }),
  'measure-problem': action({
    name: 'measure-problem',
    does: 'say where a problem stands now',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'problems' },
    payload: z.strictObject({ problem: Id, value: z.number() }),
    words: [],
    people: [],
    example: { problem: 'problem-1', value: 7 },
  }),
} as const;

export const PROBLEM_NOTICES = ['problem-asked', 'problem-reminder', 'problem-escalated', 'problem-due'] as const;
export type ProblemNotice = (typeof PROBLEM_NOTICES)[number];
