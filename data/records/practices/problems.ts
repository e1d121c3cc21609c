import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const problems = practice({
  name: 'problems',
  title: 'Real problems with a measure and a horizon',
  rows: [{ row: 5, title: 'Real problems with a measure and a horizon' }],
  chapter: 'design',
  does: 'Every item of the learning agenda is made real by a problem: what is measured, where it stands, where it should be, and by when. A cycle does not begin before its item has one: whoever may set the agenda is asked, is reminded, and the deputy is asked as well. On its day the newest value is asked for.',
  neverRests: 'a cycle waits for its problem in every stage',
  beginsIn: 'design',
  hears: ['agenda-item'],
  settings: z.strictObject({
    perItem: z.int().min(1).max(5).default(2),
    remindAfter: Duration.default('P3D'),
    escalateAfter: Duration.default('P7D'),
  }),
  explains: {
    perItem: 'How many problems an item of the agenda may have.',
    remindAfter: 'When whoever may set the agenda is reminded that a cycle waits for its problem.',
    escalateAfter: 'When the deputy is asked as well.',
  },
  records: ['problem'],
  metrics: [],
  section: 'problems',
});
