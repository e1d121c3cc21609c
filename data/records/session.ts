import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What people do with each other when they meet. A network that only ever does one of them loses those whom it does not suit. */
export const FORMATS = [
  'talk',
  'case-clinic',
  'peer-consulting',
  'working-session',
  'open-space',
  'demonstration',
  'site-visit',
  'reflection',
  'social',
] as const;

/** 2026-03-10T09:00 on the calendar of the network's zone: it stays nine o'clock whatever clocks do meanwhile. */
export const LocalTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'write a day and a time as 2026-03-10T09:00')
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00Z`)), 'this day does not exist');

/** People meet: when, in which format, with which agenda; who came, and what is left of it. */
export const Session = recordKind({
  name: 'session',
  says: 'People meet: when, in which format, with which agenda; who came, and what is left of it.',
  schema: z.strictObject({
    session: Id,
    /** Null where it is a meeting of a ritual that has no words of its own. */
    title: TextRef.nullable(),
    /** Null: nobody has taken the meeting of a ritual yet. */
    facilitator: Id.nullable(),
    cycle: z.int().min(1).nullable(),
    /** The ritual or circle that it is a meeting of. */
    ritual: Id.nullable(),
    circle: Id.nullable(),
    /** For a meeting of a ritual: when it would be by its rhythm. */
    planned: LocalTime.nullable(),
    format: z.enum(FORMATS),
    place: TextRef.nullable(),
    timeZone: z.string().min(1).max(60),
    local: LocalTime,
    starts: Instant,
    minutes: z.int().min(5).max(1440),
    agenda: TextRef.nullable(),
    /** Minutes of each item of the agenda. */
    timeBoxes: z.array(z.int().min(1).max(1440)).max(30),
    /** How often it was changed: what calendars know it by. */
    sequence: z.int().min(0),
    status: z.enum(['announced', 'held', 'called-off']),
    coming: z.array(Id),
    attended: z.array(Id),
    decisions: z.int().min(0),
    /** Problems that people worked on together. */
    problems: z.int().min(0),
    notes: TextRef.nullable(),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.session),
  columns: [
    ...[
      'session',
      'title',
      'facilitator',
      'cycle',
      'ritual',
      'circle',
      'planned',
      'format',
      'place',
      'timeZone',
      'local',
    ],
    ...['starts', 'minutes', 'agenda', 'timeBoxes', 'sequence', 'status', 'coming', 'attended', 'decisions'],
    ...['problems', 'notes', 'endedAt'],
  ],
  example: {
    session: 'session-1',
    title: 't-0123456789abcdef',
    facilitator: 'p01',
    cycle: 1,
    ritual: null,
    circle: null,
    planned: null,
    format: 'case-clinic',
    place: 't-1123456789abcdef',
    timeZone: 'Europe/Berlin',
    local: '2026-03-10T09:00',
    starts: '2026-03-10T08:00:00.000Z',
    minutes: 90,
    agenda: 't-2123456789abcdef',
    timeBoxes: [10, 60, 20],
    sequence: 1,
    status: 'held',
    coming: ['p01', 'p02'],
    attended: ['p01', 'p02'],
    decisions: 1,
    problems: 1,
    notes: 't-3123456789abcdef',
    endedAt: '2026-03-13T08:30:00.000Z',
  },
});

export type SessionBody = z.infer<typeof Session.schema>;
