import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { MODALITIES, QuestionnaireName } from '../questionnaire.ts';
import { practice } from './practice.ts';

export const reflection = practice({
  name: 'reflection',
  title: 'Reflective practice',
  rows: [
    { row: 29, title: 'Practical means action and reflection in tension' },
    { row: 30, title: 'Reflective practice: one-to-one, peer, group, alone' },
  ],
  chapter: 'learn-in-cycles',
  does: 'Members get a prompt to look back, in turn alone, one to one, with a peer and in the group. What they write is sealed and theirs alone; they may share it themselves. After each cycle what was tried is weighed against what was looked back on: where one is missing the facilitators hear of it, and a missing reflection is prompted at once.',
  beginsIn: 'learning',
  hears: ['cycle-began', 'cycle-done'],
  asksByQuestionnaire: true,
  settings: z.strictObject({
    questionnaire: QuestionnaireName.default('reflection'),
    every: Duration.default('P1M'),
    open: Duration.default('P21D'),
    remindEvery: Duration.default('P7D'),
    remindAtMost: z.int().min(0).max(10).default(1),
    modalities: z
      .array(z.enum(MODALITIES))
      .min(1, 'name at least one')
      .default([...MODALITIES]),
  }),
  explains: {
    questionnaire: 'Where the prompts come from; it must be a private one, whose items name a modality.',
    every: 'The time between two prompts.',
    open: 'How long a prompt takes an answer.',
    remindEvery: 'The time between two reminders to who has not answered.',
    remindAtMost: 'How many reminders there are.',
    modalities: 'With whom members reflect, by turns: alone, one-to-one, peer, group.',
  },
  records: ['questionnaire-round', 'questionnaire-answer', 'cycle-balance'],
  metrics: ['reflections-completed', 'action-reflection-balance'],
  section: 'reflection',
});
