import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const newcomers = practice({
  name: 'newcomers',
  title: 'Newcomer on-ramp',
  rows: [{ row: 15, title: 'Newcomer on-ramp' }],
  chapter: 'invite-and-launch',
  does: 'Whoever joins after the network has begun to learn is welcomed, and gets a buddy of another organisation who agreed to it and carries little. It is looked at whether they find people; who has nobody by a day is brought to a facilitator’s attention.',
  neverRests: 'whoever joins is welcomed in every stage',
  beginsIn: 'learning',
  hears: ['joined', 'left'],
  settings: z.strictObject({
    buddyWithin: Duration.default('P5D'),
    buddiesAsked: z.int().min(1).max(10).default(3),
    lookEvery: Duration.default('P7D'),
    nudgeAfter: Duration.default('P14D'),
    firstTiesBy: Duration.default('P30D'),
    enoughTies: z.int().min(1).max(20).default(3),
    followFor: Duration.default('P90D'),
  }),
  explains: {
    buddyWithin: 'How long somebody who is asked to be a buddy has to answer, before the next one is asked.',
    buddiesAsked: 'How many are asked in turn, before a facilitator is told that there is no buddy.',
    lookEvery: 'The time between two looks at the newcomer’s ties.',
    nudgeAfter: 'When a newcomer without any tie is told what they could do.',
    firstTiesBy: 'By when a newcomer should have a first tie; a facilitator is told of who has none.',
    enoughTies: 'How many ties make a newcomer settled.',
    followFor: 'How long a newcomer is followed at most.',
  },
  records: ['newcomer'],
  metrics: ['time-to-enough-ties', 'newcomers-isolated'],
  section: 'newcomers',
});
