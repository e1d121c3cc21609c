import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const membershipTerms = practice({
  name: 'membership-terms',
  title: 'Membership renewed, continuity kept',
  rows: [{ row: 55, title: 'Membership renewed, continuity kept' }],
  chapter: 'lead-and-sustain',
  does: 'Members take part for a term. Before it ends they are asked whether they renew, pause or leave; who does not answer is reminded, and then stays or leaves as the charter says. The report shows who came and went, and whether the core stayed.',
  neverRests: 'terms run by the calendar, and whoever is not asked in time would lapse or stay without a word',
  beginsIn: 'invitation',
  hears: ['left'],
  settings: z.strictObject({
    length: Duration.default('P1Y'),
    askBefore: Duration.default('P28D'),
    remindEvery: Duration.default('P7D'),
    reminders: z.int().min(0).max(10).default(2),
    longestPause: Duration.default('P6M'),
    otherwise: z.enum(['stay', 'lapse']).default('stay'),
    lookEvery: Duration.default('P7D'),
  }),
  explains: {
    length: 'How long a term is.',
    askBefore: 'How long before its end a member is asked whether they renew, pause or leave.',
    remindEvery: 'The time between two reminders.',
    reminders: 'After so many, nobody asks again.',
    longestPause: 'How long a pause may be; at its end the member is asked again.',
    otherwise: 'What becomes of who does not answer: stay or lapse.',
    lookEvery: 'How often it is looked whose term ends.',
  },
  records: ['membership-term'],
  metrics: ['membership-churn', 'core-retained'],
  section: 'membership-terms',
});
