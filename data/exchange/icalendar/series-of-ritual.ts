/**
 * A ritual as calendars know it: one series after another, each under a UID of its own. As calendars do it with "this and
 * all that follow", the old series keeps its UID and ends with its last meeting (RFC 5545, 3.3.10: UNTIL; its SEQUENCE is
 * one more), and the new one is another. The first has the UID of the ritual.
 */
import { DateTime } from 'luxon';
import type { Fact } from '../../records/index.ts';
import type { Meeting } from './meeting.ts';
import { type OpenWords, uidOf, wordsOf } from './of-records.ts';
import { daysOf } from './rhythm.ts';

export interface RitualFacts {
  ritual: Fact<'ritual'>;
  /** Of this ritual, oldest first. */
  parts: readonly Fact<'ritual-part'>[];
}

/** The series that runs; of a ritual that has ended, the last one, as cancelled. */
export async function meetingOfRitual(of: RitualFacts, networkName: string, open: OpenWords): Promise<Meeting> {
  const { body, validFrom } = of.ritual;
  const { until, sequence, status } = body;
  const given = { ...body, until, sequence, part: runningPart(of), stamp: validFrom };
  return { ...(await series(of, given, networkName, open)), isCancelled: status === 'ended' };
}

/** A series that is over, with what was held of it. */
export async function meetingOfPart(
  of: RitualFacts,
  { body, validFrom }: Fact<'ritual-part'>,
  networkName: string,
  open: OpenWords,
): Promise<Meeting> {
  return series(of, { ...body, stamp: validFrom }, networkName, open);
}

/** The series of a ritual as it stands for somebody who goes at an instant: cancelled where nothing was held of it. */
export function heldUntil(meeting: Meeting, at: string): Meeting {
  const { series: of, timeZone } = meeting;
  if (of === null) return meeting;
  const startOf = (day: string) => DateTime.fromISO(`${day}T${meeting.at}`, { zone: timeZone });
  const held = of.held.filter(({ day }) => startOf(day) <= DateTime.fromISO(at));
  const last = held.at(-1)?.planned ?? null;
  const stamp = at > meeting.stamp ? at : meeting.stamp;
  if (last === null) return { ...meeting, stamp, isCancelled: true };
  const skipped = of.skipped.filter((day) => day <= last);
  return { ...meeting, stamp, series: { ...of, held, skipped, until: last } };
}

/** The part that a meeting of the ritual belongs to, by its day in the rhythm; null: it is in no calendar by a series. */
export function partOf(of: RitualFacts, planned: string): number | null {
  const past = pastPartOf(of, planned);
  if (past !== undefined) return past.part;
  return of.ritual.body.status === 'running' ? runningPart(of) : null;
}

/** How long a meeting of it lasts by the series. */
export function minutesOf(of: RitualFacts, planned: string): number {
  return (pastPartOf(of, planned) ?? of.ritual.body).minutes;
}

function pastPartOf({ parts }: RitualFacts, planned: string): Fact<'ritual-part'>['body'] | undefined {
  const day = planned.slice(0, 10);
  return parts.find(({ body }) => day <= body.until)?.body;
}

export function uidOfPart(ritual: string, part: number, network: string): string {
  return uidOf(part === 1 ? ritual : `${ritual}.part-${part}`, network);
}

function runningPart({ parts }: RitualFacts): number {
  return 1 + parts.filter(({ body }) => body.because === 'changed').length;
}

type Series = Omit<Fact<'ritual-part'>['body'], 'because' | 'endedAt'> & { stamp: string };

async function series(
  { ritual }: RitualFacts,
  { part, sequence, stamp, until, ...given }: Series,
  networkName: string,
  open: OpenWords,
): Promise<Meeting> {
  const { body, network } = ritual;
  const days = daysOf({ ...given, until });
  return {
    ...{ uid: uidOfPart(body.ritual, part, network), sequence, stamp },
    title: (await wordsOf(body.title, open)) ?? `${networkName}: ${body.name ?? body.ritual}`,
    description: null,
    place: await wordsOf(given.place, open),
    ...{ timeZone: given.timeZone, day: days.first, at: given.at, minutes: given.minutes, isCancelled: false },
    ...{ series: { ...days, rhythm: given.rhythm, until }, insteadOf: null },
  };
}
