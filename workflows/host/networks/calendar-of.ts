/**
 * All dates of a network as one calendar: series of meetings, what of them was moved or called off, and sessions of their
 * own. Of one person: less what belongs to circles that they are not in.
 */
import {
  feed,
  isException,
  type Meeting,
  meetingOfPart,
  meetingOfRitual,
  meetingOfSession,
  partOf,
  type RitualFacts,
} from '../../../data/exchange/icalendar/index.ts';
import type { PeoplePlaces } from './people-named.ts';
import { personNamed } from './people-named.ts';
import { RefusedError } from './refused.ts';

/** @throws RefusedError where nobody is called that. */
export async function calendarOf(
  places: PeoplePlaces,
  network: string,
  networkName: string,
  as: string | null,
): Promise<string> {
  const { store, people } = places;
  const isMine = await circlesOf(places, network, as);
  const open = (reference: string) => people.openText(network, reference);
  const sessions = (await store.read({ network, kind: 'session' })).filter(({ body }) => isMine(body.circle));
  const rituals = (await store.read({ network, kind: 'ritual' })).filter(({ body }) => isMine(body.circle));
  const parts = (await store.read({ network, kind: 'ritual-part' })).sort((a, b) => a.body.part - b.body.part);
  const series = new Map<string, RitualFacts>(
    rituals.map((ritual) => {
      const { ritual: id } = ritual.body;
      return [id, { ritual, parts: parts.filter(({ body }) => body.ritual === id) }];
    }),
  );
  const meetings: Meeting[] = [];
  for (const of of series.values()) {
    for (const part of of.parts) meetings.push(await meetingOfPart(of, part, networkName, open));
    if (of.ritual.body.status === 'running') meetings.push(await meetingOfRitual(of, networkName, open));
  }
  for (const session of sessions) {
    const { ritual, planned, status } = session.body;
    const of = (ritual === null ? undefined : series.get(ritual)) ?? null;
    const isInSeries = of !== null && planned !== null && partOf(of, planned) !== null;
    // Of a series only what is not as the series says.
    if (isInSeries ? !isException(session, of) : status === 'called-off') continue;
    meetings.push(await meetingOfSession(session, of, networkName, open));
  }
  return feed(meetings, networkName);
}

/** Whether what belongs to a circle, or to none, belongs into the calendar. */
async function circlesOf(
  places: PeoplePlaces,
  network: string,
  as: string | null,
): Promise<(circle: string | null) => boolean> {
  if (as === null) return () => true;
  const person = await personNamed(places, network, as);
  if (person === null) throw new RefusedError(`Nobody of ${network} is called that; give an id or an address.`);
  const seats = await places.store.read({ network, kind: 'circle-member' });
  const own = new Set(seats.flatMap(({ body }) => (body.member === person && body.isIn ? [body.circle] : [])));
  return (circle) => circle === null || own.has(circle);
}
