import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { practice } from './practice.ts';

export const repository = practice({
  name: 'repository',
  title: 'Repository',
  rows: [
    { row: 42, title: 'Repository: cases, experiment logs, playbooks, decision rationales' },
    { row: 43, title: 'Summaries, usefulness feedback, curation against obsolescence' },
  ],
  chapter: 'capture-and-spread',
  does: 'Members keep what others can use: cases, experiment logs, playbooks, why something was decided. Others say how useful it was and where they used it. Each piece is looked at again by a day: kept, updated or retired; where nobody does so it is marked as stale. Experiments that were scaled or stopped become drafts. weft repository finds what is there.',
  beginsIn: 'learning',
  hears: ['left'],
  settings: z.strictObject({
    perMember: z.int().min(1).max(200).default(40),
    draftFor: Duration.default('P28D'),
    reviewAfter: Duration.default('P6M'),
    escalateAfter: Duration.default('P14D'),
    staleAfter: Duration.default('P14D'),
  }),
  explains: {
    perMember: 'How many pieces one member may look after at once.',
    draftFor: 'How long a draft that came out of an experiment waits for its words.',
    reviewAfter: 'When a piece is looked at again, after it was shared or last looked at.',
    escalateAfter: 'When the network’s stewards are asked as well, where nobody has looked at it.',
    staleAfter: 'When it is marked as stale after that.',
  },
  records: ['artifact', 'artifact-rating', 'artifact-use'],
  metrics: ['artifact-reuse', 'artifact-descent', 'artifacts-reviewed-in-time'],
  section: 'repository',
});
