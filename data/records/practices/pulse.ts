import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { QuestionnaireName } from '../questionnaire.ts';
import { practice } from './practice.ts';

export const pulse = practice({
  name: 'pulse',
  title: 'Psychological safety and trust',
  rows: [{ row: 38, title: 'Psychological safety and trust' }],
  chapter: 'learn-in-cycles',
  does: 'Members are asked every few months, in two minutes, whether they can speak openly here. Answers are counted and cannot be put beside a name; figures are shown once a round is closed, from five answers on. A second questionnaire, by name, asks of each contact how far it is trusted and what it is worth.',
  beginsIn: 'learning',
  asksByQuestionnaire: true,
  settings: z.strictObject({
    questionnaire: QuestionnaireName.default('pulse'),
    every: Duration.default('P3M'),
    open: Duration.default('P14D'),
    remindEvery: Duration.default('P5D'),
    remindAtMost: z.int().min(0).max(10).default(2),
    by: z.string().min(1).max(100).optional(),
    contacts: z.boolean().default(true),
    contactsQuestionnaire: QuestionnaireName.default('relational'),
    contactsEvery: Duration.default('P6M'),
  }),
  explains: {
    questionnaire: 'Which questionnaire is put; it must be an anonymous one.',
    every: 'The time between two rounds.',
    open: 'How long a round takes answers.',
    remindEvery: 'The time between two reminders to who has not answered.',
    remindAtMost: 'How many reminders there are.',
    by: 'An attribute by which answers are counted apart; groups under the smallest size stay hidden.',
    contacts: 'Whether members are also asked, by name, about trust and value of their contacts.',
    contactsQuestionnaire: 'Which questionnaire asks it; it must be a named one with relational items.',
    contactsEvery: 'The time between two rounds of that.',
  },
  records: ['questionnaire-round', 'tie-rating'],
  metrics: ['psychological-safety', 'high-trust-ties'],
  section: 'pulse',
});
