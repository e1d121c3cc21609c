import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const succession = practice({
  name: 'succession',
  title: 'Successors for every role',
  rows: [],
  chapter: 'lead-and-sustain',
  does: 'Whoever holds a role is asked once a year who would take it over, and whether they could today. When a holder leaves, the successor is asked to take over; where there is none, or they do not, whoever leads or sponsors is. Roles that hang on one person are shown.',
  neverRests: 'roles fall vacant in every stage',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    askEvery: Duration.default('P1Y'),
    remindAfter: Duration.default('P14D'),
    takeOverWithin: Duration.default('P14D'),
  }),
  explains: {
    askEvery: 'How often holders of roles are asked for their successors.',
    remindAfter: 'When who has not answered is reminded, once.',
    takeOverWithin: 'How long a successor has to take over before others are asked.',
  },
  records: ['succession', 'role'],
  metrics: [],
  section: 'succession',
});
