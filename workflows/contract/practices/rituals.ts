/** What people do about meetings that come again, and what they are told. */
import { z } from 'zod';
import { ClockTime, FORMATS, type Instant, Rhythm } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

const Minutes = z.int().min(5, 'a meeting lasts 5 minutes at least').max(1440);

export const ritualActions = {
  'begin-ritual': action({
    name: 'begin-ritual',
    does: 'let people meet again and again: rhythm (P14D, P2W, monthly-2-TU, monthly-last-FR), local time, how long',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'rituals' },
    payload: z.strictObject({
      title: Text,
      rhythm: Rhythm,
      at: ClockTime,
      minutes: Minutes,
      format: z.enum(FORMATS),
      place: Text.optional(),
      from: z.iso.date('write a date as 2026-02-28').optional(),
    }),
    words: ['title', 'place'],
    people: [],
    example: {
      ...{ title: 'Valley hour', rhythm: 'P14D', at: '09:00', minutes: 60, format: 'peer-consulting' },
      from: '2026-03-10',
    },
  }),
  'change-ritual': action({
    name: 'change-ritual',
    does: 'change the rhythm, the time, the length or the place of a ritual from its next meeting on; everybody’s calendar follows, and what was held stays in it',
    may: { concerned: true },
    takenBy: { practice: 'rituals', item: 'ritual' },
    payload: z
      .strictObject({
        ritual: Id,
        rhythm: Rhythm.optional(),
        at: ClockTime.optional(),
        minutes: Minutes.optional(),
        place: Text.optional(),
      })
      .refine((given) => Object.keys(given).length > 1, 'say what changes: rhythm, at, minutes or place'),
    words: ['place'],
    people: [],
    example: { ritual: 'ritual-1', at: '10:00' },
  }),
  'end-ritual': action({
    name: 'end-ritual',
    does: 'end a ritual; what was still to come goes from everybody’s calendar',
    may: { concerned: true },
    takenBy: { practice: 'rituals', item: 'ritual' },
    payload: z.strictObject({ ritual: Id }),
    words: [],
    people: [],
    example: { ritual: 'ritual-1' },
  }),
} as const;

export const RITUAL_NOTICES = [
  'ritual-invited',
  'ritual-changed',
  'ritual-until-change',
  'ritual-ended',
  'ritual-left',
  'ritual-turn',
  'ritual-without-facilitator',
] as const;
export type RitualNotice = (typeof RITUAL_NOTICES)[number];

export interface RitualActivities {
  /** The first meeting of a series after an instant, and when it is prepared; null where there is none up to its end. */
  nextMeeting(input: {
    rhythm: string;
    from: string;
    until: string;
    at: string;
    timeZone: string;
    blackouts: { from: string; to: string }[];
    onBlackout: 'skip' | 'move';
    after: Instant;
    prepareBefore: string;
  }): Promise<{ next: { planned: string; local: string; starts: Instant; prepares: Instant } | null }>;
  /**
   * Of people who hold a role or a circle, in their order: who can be called to facilitate. Somebody of the roster is
   * active and pauses neither their membership nor facilitation; somebody from outside has no membership to end.
   */
  hereToFacilitate(input: { network: string; people: string[] }): Promise<{ people: string[] }>;
}
