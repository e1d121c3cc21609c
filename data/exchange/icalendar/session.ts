/** What is recorded of a session, as a meeting of a calendar. */
import type { Fact } from '../../records/index.ts';
import type { Meeting } from './meeting.ts';
import { type OpenWords, uidOf, wordsOf } from './of-records.ts';
import { minutesOf, partOf, type RitualFacts, uidOfPart } from './series-of-ritual.ts';

/**
 * A meeting of a ritual is one of a series: it has the series' UID, and says which of its days it is. Where no series has
 * it, it stands by itself.
 */
export async function meetingOfSession(
  fact: Fact<'session'>,
  ritual: RitualFacts | null,
  networkName: string,
  open: OpenWords,
): Promise<Meeting> {
  const { body, network, validFrom } = fact;
  const [day, at] = body.local.split('T') as [string, string];
  const part = ritual === null || body.planned === null ? null : partOf(ritual, body.planned);
  const isOfSeries = body.ritual !== null && part !== null;
  return {
    uid: isOfSeries ? uidOfPart(body.ritual as string, part, network) : uidOf(body.session, network),
    sequence: body.sequence,
    title: (await wordsOf(body.title, open)) ?? `${networkName}: ${body.ritual ?? body.session}`,
    description: await wordsOf(body.agenda, open),
    place: await wordsOf(body.place, open),
    ...{ timeZone: body.timeZone, day, at, minutes: body.minutes, stamp: validFrom },
    ...{ isCancelled: body.status === 'called-off', series: null, insteadOf: isOfSeries ? body.planned : null },
  };
}

/** Whether it is other than its series says, so that calendars need to be told of it. */
export function isException({ body }: Fact<'session'>, of: RitualFacts): boolean {
  const { local, planned, status, minutes } = body;
  return local !== planned || status === 'called-off' || (planned !== null && minutes !== minutesOf(of, planned));
}
