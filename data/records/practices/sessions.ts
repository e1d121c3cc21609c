import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const sessions = practice({
  name: 'sessions',
  title: 'Sessions with agenda, time boxes and decisions',
  rows: [
    { row: 20, title: 'Joint problem solving' },
    { row: 32, title: 'Formats vary' },
    { row: 33, title: 'Predictable process: agenda, time boxes, documented decisions' },
  ],
  chapter: 'learn-in-cycles',
  does: 'A lead or facilitator announces a session with its agenda and time boxes; everybody gets it into their calendar and says whether they come. Afterwards is kept who was there, who worked with whom on what, what was decided, why and by which right. The report says whether sessions have an agenda and leave decisions, and whether their formats vary.',
  beginsIn: 'learning',
  hears: ['left', 'cycle-began'],
  settings: z.strictObject({
    remindBefore: Duration.default('P1D'),
    recordWithin: Duration.default('P3D'),
    openAtOnce: z.int().min(1).max(200).default(20),
  }),
  explains: {
    remindBefore: 'How long before it those who come are reminded.',
    recordWithin: 'How long after it attendance, decisions and notes are taken.',
    openAtOnce: 'How many sessions one person may have announced at once.',
  },
  records: ['session', 'session-decision', 'joint-problem', 'tie'],
  metrics: ['sessions-documented', 'format-mix'],
  section: 'sessions',
});
