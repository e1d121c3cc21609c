import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const commitments = practice({
  name: 'commitments',
  title: 'Keep promises',
  rows: [{ row: 34, title: 'Keep promises' }],
  chapter: 'learn-in-cycles',
  does: 'A member says what they will do, and by when. They are reminded before the day and asked after it. Whether a promise was kept is its owner’s own affair: others see the share of all, from five owners on.',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    remindBefore: Duration.default('P3D'),
    askFor: Duration.default('P14D'),
    openPerMember: z.int().min(1).max(50).default(10),
  }),
  explains: {
    remindBefore: 'How long before its day the owner is reminded.',
    askFor: 'How long after its day an answer is awaited.',
    openPerMember: 'How many promises a member may have open.',
  },
  records: ['commitment'],
  metrics: ['commitments-kept'],
  section: 'commitments',
});
