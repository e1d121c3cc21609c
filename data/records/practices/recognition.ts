import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const recognition = practice({
  name: 'recognition',
  title: 'Recognition of collaborative impact',
  rows: [{ row: 49, title: 'Recognition of collaborative impact' }],
  chapter: 'capture-and-spread',
  does: 'Whoever helped others, as the facts show (help that resolved, a piece that others used, a trial shared as data, an introduction that lasted), is thanked in private. Others hear of it only where the person agrees, in the order of names and without numbers. Nobody is ranked.',
  beginsIn: 'learning',
  settings: z.strictObject({
    every: Duration.default('P1M'),
    askFor: Duration.default('P14D'),
    public: z.boolean().default(true),
    atMost: z.int().min(1).max(500).default(100),
  }),
  explains: {
    every: 'How often people are thanked for what they did since.',
    askFor: 'How long they have to say whether others may hear of it; silence is no.',
    public: 'Whether they are asked at all; false: everybody is thanked in private alone.',
    atMost: 'No more pieces of evidence than these at once; the others come next time.',
  },
  records: ['recognition'],
  metrics: ['recognition-spread'],
  section: 'recognition',
});
