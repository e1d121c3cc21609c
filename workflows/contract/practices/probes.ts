/** How members probe: a constraint, an expectation, a signal, and a decision to amplify or to dampen. */
import { z } from 'zod';
import { MADE_POSSIBLE, ProbeName } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const probeActions = {
  'start-probe': action({
    name: 'start-probe',
    does: 'change the conditions a little to see what happens; with cycle, for everybody in the running cycle',
    may: { members: ['active'] },
    takenBy: { practice: 'probes' },
    payload: z.strictObject({
      name: ProbeName,
      constraint: Text,
      expectation: Text,
      signal: Text,
      until: z.iso.date('write a date as 2026-02-28'),
      cycle: z.int().min(1).max(1000).optional(),
    }),
    words: ['constraint', 'expectation', 'signal'],
    people: [],
    example: {
      ...{ name: 'one-page-only', constraint: 'Nothing longer than a page', expectation: 'More is read, and answered' },
      ...{ signal: 'Somebody answers within a day', until: '2026-05-01' },
    },
  }),
  'note-signal': action({
    name: 'note-signal',
    does: 'say that you have seen the signal that a probe watches for',
    may: { members: ['active'] },
    takenBy: { practice: 'probes', item: 'probe' },
    payload: z.strictObject({ probe: Id }),
    words: [],
    people: [],
    example: { probe: 'probe-1' },
  }),
  'decide-probe': action({
    name: 'decide-probe',
    does: 'amplify or dampen your probe, with what its constraint made possible',
    may: { concerned: true },
    takenBy: { practice: 'probes', item: 'probe' },
    payload: z.strictObject({
      probe: Id,
      decision: z.enum(['amplify', 'dampen']),
      madePossible: z
        .array(z.enum(MADE_POSSIBLE))
        .min(1, 'say what it made possible, or nothing')
        .max(MADE_POSSIBLE.length),
      words: Text.optional(),
    }),
    words: ['words'],
    people: [],
    example: {
      probe: 'probe-1',
      decision: 'amplify',
      madePossible: ['ideas', 'speed'],
      words: 'People dared to answer',
    },
  }),
} as const;

export const PROBE_NOTICES = ['probe-on-cycle', 'probe-decide', 'probe-decide-reminder', 'probe-amplified'] as const;
export type ProbeNotice = (typeof PROBE_NOTICES)[number];
