/** People, apart from the facts: who they are and what they wrote, sealed under a key per person. */
export { loadMasterKey } from './master-key.ts';
export { openPeople } from './open-people.ts';
export { PeopleError } from './people-error.ts';
export type { PeopleStore, PersonDetails } from './people-store.ts';
export type { Answering, ClosedRound, Rounds } from './rounds.ts';
