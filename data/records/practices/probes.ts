import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const probes = practice({
  name: 'probes',
  title: 'Enabling constraints and probes',
  rows: [
    { row: 10, title: 'Enabling constraints' },
    { row: 28, title: 'Probes: amplify or dampen' },
  ],
  chapter: 'learn-in-cycles',
  does: 'A member changes the conditions a little, by a constraint on what they do or, with the right to set the agenda, on a whole cycle; says what they expect and which signal to watch for. Members note the signal. On its day the owner says what the constraint made possible, and amplifies or dampens it.',
  beginsIn: 'learning',
  hears: ['left', 'cycle-began', 'cycle-done'],
  settings: z.strictObject({
    openPerMember: z.int().min(1).max(10).default(2),
    remindAfter: Duration.default('P3D'),
    decideWithin: Duration.default('P14D'),
  }),
  explains: {
    openPerMember: 'How many probes a member may run at once.',
    remindAfter: 'When the owner is reminded to decide.',
    decideWithin: 'How long a decision is awaited; it ends undecided after that.',
  },
  records: ['probe', 'constraint'],
  metrics: [],
  section: 'probes',
});
