/** What members do about what they try out, and what they are told. */
import { z } from 'zod';
import { TRIALS } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const experimentActions = {
  'start-experiment': action({
    name: 'start-experiment',
    does: 'try something out: what you expect, what would show that it works, what would end it, and until when',
    may: { members: ['active'] },
    takenBy: { practice: 'experiments' },
    payload: z.strictObject({
      trial: z.enum(TRIALS),
      hypothesis: Text,
      success: Text,
      exit: Text,
      until: z.iso.date('write a date as 2026-02-28'),
    }),
    words: ['hypothesis', 'success', 'exit'],
    people: [],
    example: {
      trial: 'safe-test',
      hypothesis: 'One page is enough for a first talk',
      success: 'Eight of ten families fill it in without help',
      exit: 'Two families complain',
      until: '2026-06-01',
    },
  }),
  'check-in': action({
    name: 'check-in',
    does: 'say how your experiment goes, and whether its exit criterion is met',
    may: { concerned: true },
    takenBy: { practice: 'experiments', item: 'experiment' },
    payload: z.strictObject({ experiment: Id, exitMet: z.boolean() }),
    words: [],
    people: [],
    example: { experiment: 'experiment-2', exitMet: false },
  }),
  'decide-experiment': action({
    name: 'decide-experiment',
    does: 'scale, adapt or stop your experiment; a stop says what was learned, and what is scaled may say which practice it became',
    may: { concerned: true },
    takenBy: { practice: 'experiments', item: 'experiment' },
    payload: z.strictObject({
      experiment: Id,
      decision: z.enum(['scale', 'adapt', 'stop']),
      learned: Text.optional(),
      /** Of one that is scaled: the practice that others may take up, and say so with adopt. */
      practice: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'name a practice in small letters and dashes')
        .optional(),
    }),
    words: ['learned'],
    people: [],
    example: { experiment: 'experiment-2', decision: 'stop', learned: 'Families want to talk before they write' },
  }),
} as const;

export const EXPERIMENT_NOTICES = ['experiment-check-in', 'experiment-decide', 'experiment-learned'] as const;
export type ExperimentNotice = (typeof EXPERIMENT_NOTICES)[number];
