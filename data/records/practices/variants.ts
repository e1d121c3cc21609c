import { z } from 'zod';
import { VARIANT_OUTCOMES } from '../variant.ts';
import { practice } from './practice.ts';

export const variants = practice({
  name: 'variants',
  title: 'Variation of cohort design',
  rows: [{ row: 57, title: 'Variation of cohort design' }],
  chapter: 'lead-and-sustain',
  does: 'Whoever sets the agenda runs a part of the network in two to four ways at once (weekly against monthly meetings), and says what is asked by that. Members come into the arms by an attribute, by naming, or by lot, balanced within an attribute; joiners are drawn as well. The report compares what members of each arm gained, with how sure that is, and says plainly whether it was an experiment.',
  beginsIn: 'design',
  hears: ['joined'],
  settings: z.strictObject({
    outcomes: z
      .array(z.enum(VARIANT_OUTCOMES))
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'name each outcome once')
      .default(['contributions', 'adoptions', 'ties']),
    attributes: z.array(z.string().min(1).max(100)).max(20).default(['region', 'organisation']),
    tellMembers: z.boolean().default(true),
    runningAtOnce: z.int().min(1).max(10).default(3),
  }),
  explains: {
    outcomes:
      'What is compared between arms, each since the assignment: contributions, adoptions, ties that came about in the network’s own work, sessions attended, answers to requests for help. The first is the main one. A variant keeps those that it was described with.',
    attributes: 'The attributes of members by which arms may be assigned, or balanced.',
    tellMembers: 'Whether members are told in which arm they are, and what was decided.',
    runningAtOnce: 'How many variants may run at once.',
  },
  records: ['variant', 'variant-arm'],
  metrics: ['variant-difference'],
  section: 'variants',
});
