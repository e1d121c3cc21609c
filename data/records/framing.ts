import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What is framed: a question that the network sets itself, a cycle that works on it, a trial. */
export const FRAMED = ['agenda-item', 'cycle', 'experiment'] as const;

/** Since when something is worked on: from here on it is waited for that something becomes better by it. */
export const Framing = recordKind({
  name: 'framing',
  says: 'Since when something is worked on: from here on it is waited for that something becomes better by it.',
  schema: z.strictObject({ about: Id, what: z.enum(FRAMED), framedAt: Instant }),
  subject: (body) => subjectOf(body.about),
  columns: ['about', 'what', 'framedAt'],
  example: { about: 'cycle-1', what: 'cycle', framedAt: '2026-02-02T09:00:00.000Z' },
});

export type FramingBody = z.infer<typeof Framing.schema>;
