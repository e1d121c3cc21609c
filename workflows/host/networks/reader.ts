/**
 * Who reads what members wrote for each other: people of the network, as members who take part or as holders of a role.
 * Words are opened for this one look and kept nowhere; of whom was erased there are none.
 */
import type { PeopleStore } from '../../../data/people/index.ts';
import { charterInForce } from './charter-in-force.ts';
import { memberOf, type PeoplePlaces, personNamed } from './people-named.ts';
import { RefusedError } from './refused.ts';

export interface ReaderPlaces extends PeoplePlaces {
  nowRealMs: number;
}

/** The reader's id. @throws RefusedError where the network is not, or the person is not of it. */
export async function readerOf(places: ReaderPlaces, network: string, as: string): Promise<string> {
  const { policy } = await charterInForce(places.store, network, places.nowRealMs);
  const person = await personNamed(places, network, as);
  const isMember = person !== null && (await memberOf(places, network, person))?.status === 'active';
  const holdsRole = person !== null && Object.values(policy.roles).some((holders) => holders.includes(person));
  if (person === null || (!isMember && !holdsRole)) {
    throw new RefusedError(`Only members who take part in ${network}, and who holds a role in it, read this.`);
  }
  return person;
}

/** Words by their reference; null where there are none, or their author was erased. */
export function opened(people: PeopleStore, network: string, reference: string | null): Promise<string | null> {
  return reference === null ? Promise.resolve(null) : people.openText(network, reference);
}
