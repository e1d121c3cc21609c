import { z } from 'zod';
import { practice } from './practice.ts';

const Size = z.int().min(3).max(200);

export const circles = practice({
  name: 'circles',
  title: 'Tiers: forums, circles and pods',
  rows: [{ row: 9, title: 'Tiers: expert-led forum, peer-led circle, federated pod' }],
  chapter: 'design',
  does: 'A lead or facilitator forms groups of three tiers: an expert-led forum, a peer-led circle, a federated pod, each with its own facilitator and rhythm. Members join, or are placed; each group’s meetings are in its own members’ calendars. The report says how much flows between the tiers.',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    largest: z
      .strictObject({
        'expert-forum': Size.default(60),
        'peer-circle': Size.default(12),
        'federated-pod': Size.default(40),
      })
      .prefault({}),
    perMember: z.int().min(1).max(10).default(3),
  }),
  explains: {
    largest: 'How many members a group of each tier may have.',
    'largest.expert-forum': 'One led by who knows.',
    'largest.peer-circle': 'One led by peers.',
    'largest.federated-pod': 'One in its own place.',
    perMember: 'Of how many groups somebody may be a member.',
  },
  records: ['circle', 'circle-member', 'ritual'],
  metrics: ['tier-flow'],
  section: 'circles',
});
