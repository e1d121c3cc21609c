import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** How bold a trial is: one that can do no harm, one whose end is open, one that is bounded in place and time. */
export const TRIALS = ['safe-test', 'exploration', 'pilot'] as const;

/** What a member tries out, what would show that it works or fails, and what was decided when its time was over. */
export const Experiment = recordKind({
  name: 'experiment',
  says: 'What a member tries out, what would show that it works or fails, and what was decided when its time was over.',
  schema: z.strictObject({
    experiment: Id,
    member: Id,
    trial: z.enum(TRIALS),
    hypothesis: TextRef,
    /** What would show that it works, and what would end it early. */
    success: TextRef,
    exit: TextRef,
    startedAt: Instant,
    until: z.iso.date(),
    status: z.enum(['running', 'scaled', 'adapted', 'stopped', 'undecided']),
    /** The exit criterion was met before its time. */
    exitMet: z.boolean(),
    /** What was learned. A stop has one. */
    learned: TextRef.nullable(),
    /** Check-ins that were answered, of those that were asked for. */
    checkIns: z.strictObject({ asked: z.int().min(0), answered: z.int().min(0) }),
    endedAt: Instant.nullable(),
    /** What others take up, by the name under which they say so: of one that was scaled. */
    practice: z.string().min(1).max(60).optional(),
  }),
  subject: (body) => subjectOf(body.experiment),
  columns: [
    ...['experiment', 'member', 'trial', 'hypothesis', 'success', 'exit', 'startedAt', 'until', 'status', 'exitMet'],
    ...['learned', 'checkIns', 'endedAt', 'practice'],
  ],
  example: {
    experiment: 'experiment-1',
    member: 'p01',
    trial: 'safe-test',
    hypothesis: 't-0123456789abcdef',
    success: 't-1123456789abcdef',
    exit: 't-2123456789abcdef',
    startedAt: '2026-03-02T09:00:00.000Z',
    until: '2026-05-02',
    status: 'scaled',
    exitMet: false,
    learned: 't-3123456789abcdef',
    checkIns: { asked: 2, answered: 1 },
    endedAt: '2026-05-02T09:00:00.000Z',
    practice: 'shared-intake',
  },
});

export type ExperimentBody = z.infer<typeof Experiment.schema>;
