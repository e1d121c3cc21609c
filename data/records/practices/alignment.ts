import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { GATES } from '../milestone.ts';
import { practice } from './practice.ts';

const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'write it in small letters, digits and dashes');
const Words = z.string().trim().min(5, 'say it in at least five characters').max(300);

const Objective = z
  .strictObject({
    id: Name,
    text: Words,
    metric: z.string().min(1).max(100),
    groupBy: z.string().min(1).max(100).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
  })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'give atLeast or atMost');

const Milestone = z.strictObject({
  id: Name,
  text: Words,
  on: z.iso.date('write a date as 2026-02-28'),
  gate: z.enum(GATES).default('sponsor'),
  otherwise: z.enum(['pass', 'hold']).default('hold'),
  proposes: z.enum(['continue', 'hand-over', 'close']).default('continue'),
});

const eachItsOwn = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;

export const alignment = practice({
  name: 'alignment',
  title: 'Strategic alignment: roadmap, sponsor, funding milestones',
  rows: [{ row: 11, title: 'Strategic alignment: roadmap, sponsor, funding milestones' }],
  chapter: 'design',
  does: 'What the network is for is tied to figures, and its way to milestones with a day. At a gate whoever may decide what becomes of the network is asked to let it pass, is reminded, and the deputy is asked as well; after that the stated default holds. Where the money does not come, what the charter says is put to a decision. The report has a page for sponsors.',
  neverRests: 'its milestones and gates have days of their own',
  beginsIn: 'design',
  settings: z.strictObject({
    objectives: z.array(Objective).max(30).refine(eachItsOwn, 'give each its own id').default([]),
    milestones: z.array(Milestone).max(60).refine(eachItsOwn, 'give each its own id').default([]),
    decideWithin: Duration.default('P28D'),
  }),
  explains: {
    objectives: 'What the network is for, each tied to a figure.',
    'objectives[].id': 'A short id.',
    'objectives[].text': 'The objective, as a sponsor would say it.',
    'objectives[].metric': 'The metric that says how far it is; weft metrics lists them.',
    'objectives[].groupBy': 'The attribute of the groups, where the metric compares groups.',
    'objectives[].atLeast': 'It is reached from this figure on.',
    'objectives[].atMost': 'It is reached up to this figure.',
    milestones: 'The roadmap: what is to be there, by when, and who lets the network pass.',
    'milestones[].id': 'A short id.',
    'milestones[].text': 'What is to be there.',
    'milestones[].on': 'Its day.',
    'milestones[].gate': 'Who lets the network pass: none, sponsor or funding.',
    'milestones[].otherwise': 'What holds when nobody decides: pass or hold.',
    'milestones[].proposes':
      'What is put to a decision where a funding gate is not passed: continue (nothing), hand-over or close.',
    decideWithin: 'How long there is to decide at a gate.',
  },
  records: ['objective', 'milestone'],
  metrics: [],
  section: 'sponsor',
});
