import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const followUp = practice({
  name: 'follow-up',
  title: 'Relationships outlast the programme',
  rows: [{ row: 56, title: 'Relationships outlast the programme' }],
  chapter: 'lead-and-sustain',
  does: 'Some months after the network has closed, those who were members then are asked once more whom they turn to. What they name is compared with the last survey before the close. Whoever does not want to be asked says so, and is not.',
  neverRests: 'it begins when the network has closed',
  beginsIn: 'learning',
  settings: z.strictObject({
    after: z.array(Duration).min(1, 'name at least one').max(10, 'name at most ten').default(['P6M', 'P12M']),
    open: Duration.default('P21D'),
    remindEvery: Duration.default('P7D'),
    remindAtMost: z.int().min(0).max(10).default(2),
    types: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'name a type of tie in small letters')).optional(),
  }),
  explains: {
    after: 'How long after the close members are asked, once at each.',
    open: 'How long answers are taken.',
    remindEvery: 'The time between two reminders to who has not answered.',
    remindAtMost: 'After so many, nobody asks again.',
    types: 'The types of tie that are asked for; left out, those of the surveys.',
  },
  records: ['follow-up', 'wave', 'response', 'tie'],
  metrics: ['ties-that-survive'],
  section: 'follow-up',
});
