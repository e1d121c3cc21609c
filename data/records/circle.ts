import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';
import { ClockTime, Rhythm } from './ritual.ts';

/** How a group learns: from who knows, from each other, or on its own in one place. */
export const TIERS = ['expert-forum', 'peer-circle', 'federated-pod'] as const;

/** A group within the network: its tier, who facilitates it, and in which rhythm it meets. */
export const Circle = recordKind({
  name: 'circle',
  says: 'A group within the network: its tier, who facilitates it, and in which rhythm it meets.',
  schema: z.strictObject({
    circle: Id,
    title: TextRef,
    tier: z.enum(TIERS),
    facilitator: Id,
    rhythm: Rhythm.nullable(),
    at: ClockTime.nullable(),
    minutes: z.int().min(5).max(1440).nullable(),
    formedAt: Instant,
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.circle),
  columns: ['circle', 'title', 'tier', 'facilitator', 'rhythm', 'at', 'minutes', 'formedAt', 'endedAt'],
  example: {
    circle: 'circle-1',
    title: 't-0123456789abcdef',
    tier: 'peer-circle',
    facilitator: 'p01',
    rhythm: 'P14D',
    at: '17:00',
    minutes: 60,
    formedAt: '2026-03-02T09:00:00.000Z',
    endedAt: null,
  },
});

export type CircleBody = z.infer<typeof Circle.schema>;
