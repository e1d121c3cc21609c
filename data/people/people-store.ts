/**
 * What identifies a person, and what a person wrote in their own words: apart from the facts, sealed under a key per
 * person, which is wrapped by a master key. Erasing the person's key erases the person.
 */
import type { Rounds } from './rounds.ts';

export interface PersonDetails {
  name?: string;
  email?: string;
  /** How the person was called in the file they came from, where that was not an opaque code. */
  ref?: string;
  accessNeeds?: string;
  /** Columns of an imported file that identify people and are therefore not kept as attributes. */
  other?: Record<string, string>;
}

export interface PeopleStore {
  /** Creates or amends (merges) a person's details. */
  put(network: string, person: string, details: PersonDetails): Promise<void>;
  get(network: string, person: string): Promise<PersonDetails | null>;
  /** All people of a network, by id, in order; the erased ones are absent. */
  list(network: string): Promise<{ person: string; details: PersonDetails }[]>;

  /**
   * The id of the person whom a file or a command line calls `ref`: the id itself where it is one, else the person
   * with that ref or e-mail address. Null where there is none. Looks up by keyed hash, never by scanning names.
   */
  resolve(network: string, ref: string): Promise<string | null>;

  /**
   * The id a person gets for the name that a file uses. An opaque code (`p01`, `17`, `M-0042`) stays as it is;
   * anything that may identify somebody becomes `m-` and a keyed hash of it: the same file gives the same ids.
   */
  idFor(network: string, ref: string): Promise<{ id: string; opaque: boolean }>;

  /** Seals what a person wrote and returns its reference (`t-…`): the same words by the same person give the same. */
  sealText(network: string, person: string, text: string): Promise<string>;
  /** References of all that a person wrote, in order; none of what was given in an anonymous round. */
  textsBy(network: string, person: string): Promise<string[]>;
  /** The words, or null where their author was erased. */
  openText(network: string, reference: string): Promise<string | null>;

  /** Questionnaires: who is asked and has answered, and sealed apart from that what was answered. */
  readonly rounds: Rounds;

  /** Destroys the person's key, details and words. Returns what was removed, in counts. */
  erase(network: string, person: string): Promise<{ details: number; texts: number }>;
  close(): Promise<void>;
}
