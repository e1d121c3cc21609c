/** From what a person types (an id, an address, a name from a file) to ids of the roster, before anything leaves. */
import { PeopleError, type PeopleStore } from '../../../data/people/index.ts';
import type { BodyOf } from '../../../data/records/index.ts';
import { subjectOf } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/index.ts';
import type { Action } from '../../contract/action.ts';
import { RefusedError } from './refused.ts';

export interface PeoplePlaces {
  store: RecordStore;
  people: PeopleStore;
}

export async function memberOf(
  { store }: Pick<PeoplePlaces, 'store'>,
  network: string,
  person: string,
): Promise<BodyOf<'member'> | null> {
  const [fact] = await store.read({ network, kind: 'member', subject: subjectOf(person) });
  return fact?.body ?? null;
}

/** @throws RefusedError where several are called that. */
export async function personNamed(places: PeoplePlaces, network: string, name: string): Promise<string | null> {
  try {
    const person = await places.people.resolve(network, name);
    if (person !== null) return person;
  } catch (error) {
    if (error instanceof PeopleError) throw new RefusedError(error.message);
    throw error;
  }
  // A member of whom nothing is known but an opaque code is not among the people.
  return (await memberOf(places, network, name)) === null ? null : name;
}

/**
 * The payload with ids in the place of names. A field is a name, a list of names, or a list of objects whose `to` is one.
 * @throws RefusedError naming every place that means nobody of the roster, or who has left where it is about who takes
 * part; never the name.
 */
export async function namesToIds(
  places: PeoplePlaces,
  network: string,
  payload: Record<string, unknown>,
  { people: fields, takingPart = [] }: Pick<Action, 'people' | 'takingPart'>,
): Promise<Record<string, unknown>> {
  const problems: string[] = [];
  const idOf = async (name: unknown, place: string, mustTakePart: boolean): Promise<unknown> => {
    // What is no text is named by the schema afterwards.
    if (typeof name !== 'string') return name;
    const person = await personNamed(places, network, name);
    const member = person === null ? null : await memberOf(places, network, person);
    if (member === null)
      problems.push(`${place}: is nobody in the roster of ${network}; give a member's id or address.`);
    else if (mustTakePart && (member.status === 'left' || member.status === 'declined')) {
      problems.push(`${place}: has ${member.status} and takes no part in ${network}; name somebody who does.`);
    }
    return person ?? name;
  };
  const resolved = { ...payload };
  for (const field of fields) {
    const value = payload[field];
    const mustTakePart = takingPart.includes(field);
    if (Array.isArray(value)) {
      const ids: unknown[] = [];
      for (const [index, item] of value.entries()) {
        const place = `${field}, entry ${index + 1}`;
        ids.push(
          isNamedTie(item)
            ? { ...item, to: await idOf(item.to, place, mustTakePart) }
            : await idOf(item, place, mustTakePart),
        );
      }
      resolved[field] = ids;
    } else if (value !== undefined) resolved[field] = await idOf(value, field, mustTakePart);
  }
  if (problems.length > 0) throw new RefusedError(problems.join('\n'));
  return resolved;
}

function isNamedTie(item: unknown): item is { to: unknown } {
  return typeof item === 'object' && item !== null && 'to' in item;
}
