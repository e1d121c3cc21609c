import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { ClockTime, Rhythm } from '../ritual.ts';
import { FORMATS } from '../session.ts';
import { practice } from './practice.ts';

export const rituals = practice({
  name: 'rituals',
  title: 'Rituals and calendars',
  rows: [{ row: 35, title: 'Rituals and calendars that fit existing rhythms' }],
  chapter: 'learn-in-cycles',
  does: 'Meetings that come again: every other week, or on the second Tuesday of the month. Everybody has them in their calendar, at a local time that stays through daylight saving; blackouts move or skip a meeting. Facilitators take turns; where facilitation is on, its rota finds them. A change or an end leaves in calendars what was held. Where sessions are on, each meeting is one.',
  beginsIn: 'learning',
  hears: ['joined', 'left'],
  settings: z.strictObject({
    standing: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'use small letters, digits and dashes'),
          rhythm: Rhythm,
          at: ClockTime,
          minutes: z.int().min(5).max(1440).default(60),
          format: z.enum(FORMATS).default('peer-consulting'),
        }),
      )
      .max(10)
      .default([]),
    onBlackout: z.enum(['skip', 'move']).default('move'),
    prepareBefore: Duration.default('P3D'),
    openAtOnce: z.int().min(1).max(20).default(5),
  }),
  explains: {
    standing: 'Meetings that come again from when learning begins on.',
    'standing[].id': 'A short name of the meeting.',
    'standing[].rhythm': 'P14D, P2W, monthly-2-TU (the second Tuesday) or monthly-last-FR.',
    'standing[].at': 'The local time at which it begins: 09:00.',
    'standing[].minutes': 'How long it lasts.',
    'standing[].format': 'How people work in it.',
    onBlackout: 'What becomes of a meeting in a blackout: skip leaves it out, move puts it on the same weekday after.',
    prepareBefore: 'How long before a meeting whoever facilitates it is told that it is their turn.',
    openAtOnce: 'How many rituals one person may have begun at once.',
  },
  records: ['ritual', 'ritual-part', 'session'],
  metrics: ['sessions-documented'],
  section: 'rituals',
});
