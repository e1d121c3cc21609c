import { z } from 'zod';
import { practice } from './practice.ts';

export const stories = practice({
  name: 'stories',
  title: 'Storytelling and value',
  rows: [{ row: 44, title: 'Storytelling and value' }],
  chapter: 'capture-and-spread',
  does: 'Members tell what the network was worth to them: at once, as something learned, as something tried at home, or as something that became better. They say whether others may read it. The report counts kinds of value, and cycles from which something came home.',
  beginsIn: 'learning',
  settings: z.strictObject({ perMemberAndQuarter: z.int().min(1).max(50).default(5) }),
  explains: { perMemberAndQuarter: 'How many stories a member may tell within three months.' },
  records: ['story'],
  metrics: ['loops-closed'],
  section: 'stories',
});
