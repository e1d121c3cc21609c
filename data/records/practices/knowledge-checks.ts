import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { QuestionnaireName } from '../questionnaire.ts';
import { practice } from './practice.ts';

export const knowledgeChecks = practice({
  name: 'knowledge-checks',
  title: 'Opt-in knowledge checks',
  rows: [{ row: 31, title: 'Opt-in knowledge checks' }],
  chapter: 'learn-in-cycles',
  does: 'Who wants to gets a few questions every other month. The result is told at once to whoever answers, and kept nowhere; of each question the network sees how many answers were right, from five on.',
  beginsIn: 'learning',
  asksByQuestionnaire: true,
  settings: z.strictObject({
    questionnaire: QuestionnaireName.default('knowledge-check'),
    every: Duration.default('P2M'),
    open: Duration.default('P21D'),
    remindEvery: Duration.default('P7D'),
    remindAtMost: z.int().min(0).max(10).default(1),
  }),
  explains: {
    questionnaire: 'Which questionnaire is put; it must be an anonymous one whose choices say what is right.',
    every: 'The time between two checks.',
    open: 'How long a check takes answers.',
    remindEvery: 'The time between two reminders to who has not answered.',
    remindAtMost: 'How many reminders there are.',
  },
  records: ['questionnaire-round', 'knowledge-choice'],
  metrics: ['knowledge-right'],
  section: 'knowledge-checks',
});
