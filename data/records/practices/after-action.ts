import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { QuestionnaireName } from '../questionnaire.ts';
import { practice } from './practice.ts';

export const afterAction = practice({
  name: 'after-action',
  title: 'Critique the collaboration itself',
  rows: [{ row: 40, title: 'Critique the collaboration itself' }],
  chapter: 'learn-in-cycles',
  does: 'After each cycle members say anonymously how they worked together, and what should be different. From five answers on, each point goes to the facilitators, who say to everybody what they do about it, and are asked again until they have.',
  beginsIn: 'learning',
  hears: ['cycle-done'],
  asksByQuestionnaire: true,
  settings: z.strictObject({
    questionnaire: QuestionnaireName.default('after-action'),
    open: Duration.default('P10D'),
    remindEvery: Duration.default('P4D'),
    remindAtMost: z.int().min(0).max(10).default(1),
    askAgainEvery: Duration.default('P7D'),
  }),
  explains: {
    questionnaire: 'Which questionnaire is put after a cycle; it must be an anonymous one.',
    open: 'How long it takes answers.',
    remindEvery: 'The time between two reminders to who has not answered.',
    remindAtMost: 'How many reminders there are.',
    askAgainEvery: 'The time after which facilitators are asked again about points without an answer.',
  },
  records: ['questionnaire-round', 'said-and-did'],
  metrics: ['points-answered'],
  section: 'after-action',
});
