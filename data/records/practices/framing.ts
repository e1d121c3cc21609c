import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const framing = practice({
  name: 'framing',
  title: 'Framing and hypotheses documented, so that newcomers follow',
  rows: [{ row: 24, title: 'Framing and hypotheses documented, so that newcomers follow' }],
  chapter: 'learn-in-cycles',
  does: 'What a cycle asks and what is expected of it is written down, in versions. Who joins gets what there is to catch up with at once; everybody else hears at a cadence what has changed since they last heard.',
  beginsIn: 'invitation',
  hears: ['joined', 'cycle-began', 'cycle-done'],
  settings: z.strictObject({ catchUpEvery: Duration.default('P1M') }),
  explains: { catchUpEvery: 'The time between two digests of what has changed.' },
  records: ['cycle-framing'],
  metrics: [],
  section: 'framing',
});
