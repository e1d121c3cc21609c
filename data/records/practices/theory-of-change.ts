import { z } from 'zod';
import { practice } from './practice.ts';

const Name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'write it in small letters and dashes');

/** Without these a report could not be understood. */
const ALWAYS_SHOWN = ['headline', 'response', 'method'];

const Stage = z.strictObject({
  name: Name,
  rests: z.array(Name).max(60).default([]),
  hides: z
    .array(Name)
    .max(200)
    .refine((ids) => !ids.some((id) => ALWAYS_SHOWN.includes(id)), `${ALWAYS_SHOWN.join(', ')} are in every report`)
    .default([]),
});

export const theoryOfChange = practice({
  name: 'theory-of-change',
  title: 'Theory of change, learning questions, maturity',
  rows: [{ row: 4, title: 'Theory of change, prioritised learning questions, maturity stage' }],
  chapter: 'design',
  does: 'The network says how it thinks that what it does leads to what it wants, in versions; members propose questions, and whoever may set the agenda puts them in order. The stage of its growth selects which practices begin new rounds, whether surveys are due, and what the report shows.',
  neverRests: 'it is what knows the stage',
  beginsIn: 'design',
  hears: ['agenda-item'],
  settings: z.strictObject({
    questionsPerMember: z.int().min(1).max(20).default(5),
    stages: z
      .array(Stage)
      .min(1)
      .max(12)
      .refine(
        (stages) => new Set(stages.map(({ name }) => name)).size === stages.length,
        'give each stage its own name',
      )
      .default([
        // Nothing can have spread or changed while people are only just meeting.
        { name: 'forming', rests: [], hides: ['spread', 'change'] },
        { name: 'growing', rests: [], hides: [] },
        { name: 'performing', rests: [], hides: [] },
        { name: 'sustaining', rests: [], hides: [] },
      ]),
  }),
  explains: {
    questionsPerMember: 'How many learning questions a member may propose.',
    stages: 'The stages of a network’s growth; it begins in the first.',
    'stages[].name': 'What the stage is called.',
    'stages[].rests':
      'Practices that begin nothing new in this stage: no rounds, no matters of members; what is under way goes on. surveys stands for the waves of the survey.',
    'stages[].hides': 'Sections and metrics that reports leave out in this stage.',
  },
  records: ['theory-of-change', 'learning-question', 'maturity'],
  metrics: [],
  section: 'theory-of-change',
});
