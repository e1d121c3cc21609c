import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

/** Of no row of the handbook: it holds for what all the others ask. */
export const burden = practice({
  name: 'burden',
  title: 'How much is asked of people',
  rows: [],
  chapter: 'invite-and-launch',
  does: 'Nobody is asked for more within three months than the charter says: whoever is at that cap is not chosen to help, not reminded of a survey, and not proposed for an introduction until it is less. What only they can do (a decision, their own promise) is asked all the same. The report says how much is asked, of how few, and how many were spared.',
  neverRests: 'what is asked of one person has its cap, and is counted, in every stage',
  beginsIn: 'learning',
  settings: z.strictObject({
    questionsPerQuarter: z.int().min(1).max(1_000).default(24),
    countEvery: Duration.default('P1M'),
  }),
  explains: {
    questionsPerQuarter: 'How often a member may be asked for something within 91 days.',
    countEvery: 'How often it is counted for the report.',
  },
  records: ['question-load', 'question-place', 'sparing'],
  metrics: ['questions-per-member', 'load-on-bridges'],
  section: 'burden',
});
