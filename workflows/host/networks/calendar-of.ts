/**
 * All dates of a network as one calendar: series of meetings, what of them was moved or called off, and sessions of their
 * own. Of one person: less what belongs to circles that they are not in.
 */
import { feed, type Meeting, meetingOfRitual, meetingOfSession } from '../../../data/exchange/icalendar/index.ts';
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
  const rituals = (await store.read({ network, kind: 'ritual' })).filter(
    ({ body }) => isMine(body.circle) && body.status === 'running',
  );
  const running = new Set(rituals.map(({ body }) => body.ritual));
  const meetings: Meeting[] = [];
  for (const ritual of rituals) meetings.push(await meetingOfRitual(ritual, networkName, open));
  for (const session of sessions) {
    const { ritual, local, planned, status } = session.body;
    // Of a series that runs, only what is not as the series says.
    const isAsPlanned = ritual !== null && running.has(ritual) && local === planned && status !== 'called-off';
    const isGone = status === 'called-off' && (ritual === null || !running.has(ritual));
    if (isAsPlanned || isGone) continue;
    const meeting = await meetingOfSession(session, networkName, open);
    meetings.push(ritual === null || running.has(ritual) ? meeting : { ...meeting, insteadOf: null });
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
