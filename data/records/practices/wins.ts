import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const wins = practice({
  name: 'wins',
  title: 'Communicate wins',
  rows: [{ row: 48, title: 'Communicate wins' }],
  chapter: 'capture-and-spread',
  does: 'Stories whose tellers agree are told on to all members, and to sponsors where the charter says so: with the name only of who wants that. Lead and facilitators look at them first and leave out single ones. Who takes consent back is left out to the last moment. It needs stories to be on.',
  beginsIn: 'learning',
  settings: z.strictObject({
    every: Duration.default('P1M'),
    previewFor: Duration.default('P5D'),
    whenUnanswered: z.enum(['send', 'withhold']).default('send'),
    atLeast: z.int().min(1).max(20).default(1),
    atMost: z.int().min(1).max(20).default(8),
    sponsors: z.boolean().default(false),
  }),
  explains: {
    every: 'How often stories are told on.',
    previewFor: 'How long lead and facilitators have to look at them first.',
    whenUnanswered: 'What is done where nobody looks: send (their tellers agreed) or withhold.',
    atLeast: 'With fewer new stories than these, it waits for the next time.',
    atMost: 'No more than these at once; the oldest come first, the others next time.',
    sponsors: 'Whether sponsors get them too.',
  },
  records: ['win-digest'],
  metrics: ['wins-told-on'],
  section: 'wins',
});
