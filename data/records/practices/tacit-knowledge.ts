import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const tacitKnowledge = practice({
  name: 'tacit-knowledge',
  title: 'Capture tacit knowledge',
  rows: [{ row: 41, title: 'Capture tacit knowledge' }],
  chapter: 'capture-and-spread',
  does: 'Some days after a session, a pilot, a shadowing or a mentorship, those who took part are asked what they learned that nobody has said. A steward or facilitator makes patterns of the notes: takes one up, merges it into another, sets it aside, retires what no longer holds.',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    promptAfter: Duration.default('P3D'),
    remindAfter: Duration.default('P5D'),
    answerWithin: Duration.default('P14D'),
  }),
  explains: {
    promptAfter: 'How long after it those who took part are asked.',
    remindAfter: 'How long after being asked those who have not answered are reminded.',
    answerWithin: 'How long an answer is awaited.',
  },
  records: ['knowledge-prompt', 'knowledge-note', 'pattern'],
  metrics: ['prompts-answered', 'notes-to-patterns'],
  section: 'tacit-knowledge',
});
