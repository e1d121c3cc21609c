/** What is recorded of a session, as a meeting of a calendar. Words stay sealed until `open` gives them. */
import type { Fact } from '../../records/index.ts';
import type { Meeting } from './meeting.ts';

export type OpenWords = (reference: string) => Promise<string | null>;

export async function meetingOfSession(fact: Fact<'session'>, networkName: string, open: OpenWords): Promise<Meeting> {
  const { body, network, validFrom } = fact;
  const [day, at] = body.local.split('T') as [string, string];
  return {
    ...{ uid: `${body.session}.${network}@weft.invalid`, sequence: body.sequence },
    title: (await words(body.title, open)) ?? `${networkName}: ${body.session}`,
    description: await words(body.agenda, open),
    place: await words(body.place, open),
    ...{ timeZone: body.timeZone, day, at, minutes: body.minutes, stamp: validFrom },
    ...{ isCancelled: body.status === 'called-off', series: null },
  };
}

export async function words(reference: string | null, open: OpenWords): Promise<string | null> {
  return reference === null ? null : open(reference);
}
