import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const divergeConverge = practice({
  name: 'diverge-converge',
  title: 'Diverge, then converge',
  rows: [{ row: 23, title: 'Diverge, then converge; statements decoupled from people' }],
  chapter: 'learn-in-cycles',
  does: 'A lead or facilitator asks a question. Ideas come in first, all of them, without their authors; only when that is closed are they ranked, and the ranking says what stands on top. Whose ideas they were is told afterwards, or never.',
  beginsIn: 'learning',
  settings: z.strictObject({
    divergeFor: Duration.default('P5D'),
    convergeFor: Duration.default('P5D'),
    ideasPerMember: z.int().min(1).max(20).default(3),
    authorsTold: z.enum(['afterwards', 'never']).default('afterwards'),
    openAtOnce: z.int().min(1).max(20).default(3),
  }),
  explains: {
    divergeFor: 'How long ideas come in.',
    convergeFor: 'How long they are ranked.',
    ideasPerMember: 'How many ideas a member may give to a question.',
    authorsTold: 'Whether it is kept whose ideas they were once they are ranked: afterwards or never.',
    openAtOnce: 'How many questions one person may have open.',
  },
  records: ['idea-round', 'idea', 'vote', 'vote-result'],
  metrics: [],
  section: 'diverge-converge',
});
