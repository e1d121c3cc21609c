import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { MatchingWeights, matchingExplained } from './matching-weights.ts';
import { practice } from './practice.ts';

export const mentorship = practice({
  name: 'mentorship',
  title: 'Mentorship across boundaries',
  rows: [{ row: 37, title: 'Mentorship across boundaries: match, agreement, milestones, pulse, outcome' }],
  chapter: 'learn-in-cycles',
  does: 'Members offer to be a mentor, or look for one: mentoring, reverse mentoring, a job shadow, a pairing. At a fixed rhythm they are matched for difference; both agree before either learns who the other is. They write down what they want to reach, are asked in a word how it goes, and where it goes badly twice, each gets somebody else, never the same again.',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    firstRoundAfter: Duration.default('P14D'),
    roundEvery: Duration.default('P1M'),
    matchesPerRound: z.int().min(1).max(200).default(100),
    consentWithin: Duration.default('P10D'),
    agreeWithin: Duration.default('P21D'),
    pulseEvery: Duration.default('P1M'),
    pulseWithin: Duration.default('P7D'),
    lasts: Duration.default('P6M'),
    askFor: Duration.default('P14D'),
    leastHoursTogether: z.number().min(0).max(8).default(2),
    weigh: MatchingWeights,
  }),
  explains: {
    firstRoundAfter: 'How long offers and wishes are gathered before the first matching.',
    roundEvery: 'The time between two rounds of matching.',
    matchesPerRound: 'The most matches that one round proposes.',
    consentWithin: 'How long both are asked whether they agree.',
    agreeWithin: 'How long they have to write down what they want to reach; after that a facilitator is told.',
    pulseEvery: 'The time between two questions of how it goes.',
    pulseWithin: 'How long an answer is awaited.',
    lasts: 'How long a mentorship lasts.',
    askFor: 'How long after its end the two are asked how it ended.',
    leastHoursTogether: 'Hours of a working day that the two must share, where the attribute timeZone is on record.',
    ...matchingExplained('weigh'),
  },
  records: ['mentoring-part', 'mentorship'],
  metrics: ['mentorships-accepted', 'mentorships-healthy', 'mentorships-completed', 'mentorships-across'],
  section: 'mentorship',
});
