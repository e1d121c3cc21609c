import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';
import { FORMATS, LocalTime } from './session.ts';

/** Every so many days or weeks, or on a weekday of the month: on the first, second, third, fourth or last. */
export const Rhythm = z
  .string()
  .regex(
    /^(P[1-9]\d{0,2}[DW]|monthly-([1-4]|last)-(MO|TU|WE|TH|FR|SA|SU))$/,
    'write a rhythm as P14D, P2W, monthly-2-TU or monthly-last-FR',
  );

/** 09:00, on the local clock. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 09:00');

const Day = z.iso.date();

/** What a calendar needs to know of a series, beside where it ends. */
export const SERIES = {
  rhythm: Rhythm,
  from: Day,
  at: ClockTime,
  timeZone: z.string().min(1).max(60),
  minutes: z.int().min(5).max(1440),
  place: TextRef.nullable(),
  /** Days on which nobody meets, and whether a meeting on one is left out or moved. */
  blackouts: z.array(z.strictObject({ from: Day, to: Day })),
  onBlackout: z.enum(['skip', 'move']),
};

/** People meet again and again: in which rhythm, at which local time, and when next. */
export const Ritual = recordKind({
  name: 'ritual',
  says: 'People meet again and again: in which rhythm, at which local time, and when next.',
  schema: z.strictObject({
    ritual: Id,
    /** What the charter calls it; null where somebody began it with a title. */
    name: Id.nullable(),
    title: TextRef.nullable(),
    circle: Id.nullable(),
    ...SERIES,
    /** Calendars know of its meetings up to this day; it goes on, and they are told. */
    until: Day,
    format: z.enum(FORMATS),
    /** Meetings so far, the next one, and who facilitates it. */
    met: z.int().min(0),
    next: LocalTime.nullable(),
    facilitator: Id.nullable(),
    /** How often it was changed: what calendars know it by. */
    sequence: z.int().min(0),
    status: z.enum(['running', 'ended']),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.ritual),
  columns: [
    ...['ritual', 'name', 'title', 'circle', 'rhythm', 'from', 'until', 'at', 'timeZone', 'minutes', 'format', 'place'],
    ...['blackouts', 'onBlackout', 'met', 'next', 'facilitator', 'sequence', 'status', 'endedAt'],
  ],
  example: {
    ritual: 'ritual-1',
    name: null,
    title: 't-0123456789abcdef',
    circle: null,
    rhythm: 'P14D',
    from: '2026-03-10',
    until: '2026-12-31',
    at: '09:00',
    timeZone: 'Europe/Berlin',
    minutes: 60,
    format: 'peer-consulting',
    place: null,
    blackouts: [{ from: '2026-12-21', to: '2027-01-03' }],
    onBlackout: 'move',
    met: 3,
    next: '2026-04-21T09:00',
    facilitator: 'p01',
    sequence: 1,
    status: 'running',
    endedAt: null,
  },
});

export type RitualBody = z.infer<typeof Ritual.schema>;
