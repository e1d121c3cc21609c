/** What is recorded of sessions and rituals, as meetings of a calendar. Words stay sealed until `open` gives them. */
import type { Fact } from '../../records/index.ts';
import type { Meeting } from './meeting.ts';
import { daysOf } from './rhythm.ts';

export type OpenWords = (reference: string) => Promise<string | null>;

/** A meeting of a ritual is one of its series: it has the series' UID, and says which of its days it is. */
export async function meetingOfSession(fact: Fact<'session'>, networkName: string, open: OpenWords): Promise<Meeting> {
  const { body, network, validFrom } = fact;
  const [day, at] = body.local.split('T') as [string, string];
  return {
    ...{ uid: uidOf(body.ritual ?? body.session, network), sequence: body.sequence },
    title: (await words(body.title, open)) ?? `${networkName}: ${body.ritual ?? body.session}`,
    description: await words(body.agenda, open),
    place: await words(body.place, open),
    ...{ timeZone: body.timeZone, day, at, minutes: body.minutes, stamp: validFrom },
    ...{ isCancelled: body.status === 'called-off', series: null, insteadOf: body.planned },
  };
}

export async function meetingOfRitual(fact: Fact<'ritual'>, networkName: string, open: OpenWords): Promise<Meeting> {
  const { body, network, validFrom } = fact;
  const days = daysOf(body);
  return {
    ...{ uid: uidOf(body.ritual, network), sequence: body.sequence },
    title: (await words(body.title, open)) ?? `${networkName}: ${body.name ?? body.ritual}`,
    description: null,
    place: await words(body.place, open),
    ...{ timeZone: body.timeZone, day: days.first, at: body.at, minutes: body.minutes, stamp: validFrom },
    isCancelled: body.status === 'ended',
    series: { ...days, rhythm: body.rhythm, until: body.until },
    insteadOf: null,
  };
}

function uidOf(id: string, network: string): string {
  return `${id}.${network}@weft.invalid`;
}

async function words(reference: string | null, open: OpenWords): Promise<string | null> {
  return reference === null ? null : open(reference);
}
