import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { MatchingWeights, matchingExplained } from './matching-weights.ts';
import { practice } from './practice.ts';

export const accountability = practice({
  name: 'accountability',
  title: 'Accountability partners, triads, takeaway tasks',
  rows: [{ row: 36, title: 'Accountability partners, triads, takeaway tasks' }],
  chapter: 'learn-in-cycles',
  does: 'Members who want it are put into small groups in every cycle, formed for difference and never twice the same while that can be avoided. Each takes a task home, the others know of it, all are asked how far they came and whom they reached with it. Who is left alone when somebody leaves joins another group.',
  beginsIn: 'invitation',
  hears: ['joined', 'left', 'cycle-began', 'cycle-done'],
  settings: z.strictObject({
    size: z.int().min(2).max(4).default(3),
    formAfter: Duration.default('P3D'),
    checkInEvery: Duration.default('P14D'),
    leastHoursTogether: z.number().min(0).max(8).default(2),
    weigh: MatchingWeights,
  }),
  explains: {
    size: 'How many are in a group: 2 are partners, 3 a triad. Numbers that do not divide make groups of one more or less.',
    formAfter: 'How long after the beginning of a cycle the groups are formed.',
    checkInEvery: 'The time between two questions of how far everybody came.',
    leastHoursTogether:
      'Hours of a working day that all in a group must share, where the attribute timeZone is on record.',
    ...matchingExplained('weigh'),
  },
  records: ['accountability-part', 'accountability-group', 'takeaway'],
  metrics: ['takeaways-done', 'reach-beyond-the-room'],
  section: 'accountability',
});
