import { z } from 'zod';
import { practice } from './practice.ts';

export const impact = practice({
  name: 'impact',
  title: 'Time to impact',
  rows: [{ row: 47, title: 'Time to impact' }],
  chapter: 'capture-and-spread',
  does: 'What is framed (an item of the agenda, a cycle, an experiment) is noted with its day. When something has become better by it, a member says what was measured before and after, or tells a story of realised value. The report says how long that takes, with those that are still waited for.',
  neverRests: 'it asks nobody; members say when something has become better',
  beginsIn: 'learning',
  hears: ['cycle-began', 'stage-began'],
  settings: z.strictObject({ perMemberAndQuarter: z.int().min(1).max(50).default(5) }),
  explains: { perMemberAndQuarter: 'How many impacts a member may report within three months.' },
  records: ['framing', 'impact'],
  metrics: ['time-to-impact'],
  section: 'impact',
});
