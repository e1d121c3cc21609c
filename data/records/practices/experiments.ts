import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

const Share = z.number().min(0).max(1);

export const experiments = practice({
  name: 'experiments',
  title: 'Portfolio of experiments',
  rows: [
    { row: 25, title: 'Portfolio of experiments: safe tests, uncertain explorations, bounded pilots' },
    { row: 26, title: 'Short cycles, fail fast, exit criteria honoured' },
    { row: 27, title: 'Failures shared as data' },
  ],
  chapter: 'learn-in-cycles',
  does: 'A member says what they try, what would show that it works, and what would end it. They are asked how it goes; at its date, or when the exit criterion is met, a decision is asked for: scale, adapt or stop. Who stops says what was learned, and the others hear it.',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    checkInEvery: Duration.default('P14D'),
    decideWithin: Duration.default('P14D'),
    openPerMember: z.int().min(1).max(20).default(3),
    longest: Duration.default('P6M'),
    mix: z
      .strictObject({ 'safe-test': Share, exploration: Share, pilot: Share })
      .refine(
        (mix) => Math.abs(mix['safe-test'] + mix.exploration + mix.pilot - 1) < 1e-9,
        'the three shares add up to 1',
      )
      .default({ 'safe-test': 0.5, exploration: 0.3, pilot: 0.2 }),
  }),
  explains: {
    checkInEvery: 'The time between two questions of how it goes.',
    decideWithin: 'How long a decision is awaited when its time is over; it ends undecided after that.',
    openPerMember: 'How many experiments a member may run at once.',
    longest: 'How far off the date may be at which it is decided on.',
    mix: 'The mix of trials that is aimed at, as shares that add up to 1.',
    'mix.safe-test': 'Trials that can do no harm.',
    'mix.exploration': 'Trials whose end is open.',
    'mix.pilot': 'Trials at full scale, bounded in place and time.',
  },
  records: ['experiment'],
  metrics: ['experiments-decided', 'stops-with-a-note'],
  section: 'experiments',
});
