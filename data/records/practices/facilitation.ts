import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const facilitation = practice({
  name: 'facilitation',
  title: 'Facilitators are trained, and facilitation rotates',
  rows: [{ row: 16, title: 'Facilitators are trained, and facilitation rotates' }],
  chapter: 'invite-and-launch',
  does: 'Who was trained to facilitate is on record. For every stage of a cycle, and every meeting of a ritual, somebody of them is asked, by turns, so that the load is even and nobody leads twice in a row while others can; they accept, decline, or hand their turn to somebody else. Where nobody is left, a facilitator by role is told.',
  beginsIn: 'invitation',
  hears: ['left', 'cycle-began', 'stage-began', 'cycle-done'],
  settings: z.strictObject({
    answerWithin: Duration.default('P5D'),
    loadOver: Duration.default('P1Y'),
  }),
  explains: {
    answerWithin: 'How long an answer is awaited before the next one is asked.',
    loadOver: 'How far back turns count as load.',
  },
  records: ['facilitator-training', 'facilitation-turn'],
  metrics: ['facilitation-gini', 'facilitation-longest-run'],
  section: 'facilitation',
});
