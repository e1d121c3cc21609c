import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';
import { SERIES } from './ritual.ts';

/**
 * A series of meetings that is over, because its ritual was changed or ended: what was held stays in calendars, under the
 * UID that it had. The first part is the ritual as it was begun; each change after a meeting begins another.
 */
export const RitualPart = recordKind({
  name: 'ritual-part',
  says: 'A series of meetings that is over, because its ritual was changed or ended; what was held stays in calendars.',
  schema: z.strictObject({
    ritual: Id,
    part: z.int().min(1),
    ...SERIES,
    /** The day by its rhythm of the last meeting that was held, or was announced already. */
    until: z.iso.date(),
    sequence: z.int().min(1),
    because: z.enum(['changed', 'ended']),
    endedAt: Instant,
  }),
  subject: (body) => subjectOf(body.ritual, String(body.part)),
  columns: [
    ...['ritual', 'part', 'rhythm', 'from', 'until', 'at', 'timeZone', 'minutes', 'place', 'blackouts', 'onBlackout'],
    ...['sequence', 'because', 'endedAt'],
  ],
  example: {
    ...{ ritual: 'ritual-1', part: 1, rhythm: 'P14D', from: '2026-03-10', until: '2026-04-07', at: '09:00' },
    ...{ timeZone: 'Europe/Berlin', minutes: 60, place: null, blackouts: [], onBlackout: 'move' as const },
    ...{ sequence: 1, because: 'changed' as const, endedAt: '2026-04-09T10:00:00.000Z' },
  },
});

export type RitualPartBody = z.infer<typeof RitualPart.schema>;
