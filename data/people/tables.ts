/** Rows as the database has them: keyed hashes and ciphertext, nothing that a reader of the file could tell apart. */
import type { ColumnType } from 'kysely';

/** PostgreSQL answers with a Buffer, libsql with an ArrayBuffer. */
type Bytes = ColumnType<Uint8Array | ArrayBuffer, Uint8Array, Uint8Array>;

export interface PersonRow {
  network: string;
  person: string;
  /** The person's own key, sealed under the master key. Without it, all that follows is noise. */
  wrapped_key: Bytes;
  details: Bytes;
}

/** Keyed hash of what a person may be called by: ref or e-mail address. */
export interface LookupRow {
  network: string;
  lookup: string;
  person: string;
}

export interface TextRow {
  network: string;
  reference: string;
  person: string;
  sealed: Bytes;
}

export interface MasterRow {
  /** Always 1: there is one master key. */
  id: number;
  /** Tells whether a master key is the one that this data was sealed under. */
  fingerprint: string;
}

/** A round of a questionnaire. The tally is noise without the key, and the key without the master key. */
export interface RoundRow {
  network: string;
  round: string;
  /** 0 or 1: SQLite has no booleans. */
  is_open: number;
  wrapped_key: Bytes;
  tally: Bytes;
}

/** Somebody whom a round asks, and whether they have answered; nothing of when, or of what. */
export interface RoundAskedRow {
  network: string;
  round: string;
  person: string;
  answered: number;
}

export interface PeopleTables {
  people_round: RoundRow;
  people_round_asked: RoundAskedRow;
  people_person: PersonRow;
  people_lookup: LookupRow;
  people_text: TextRow;
  people_master: MasterRow;
}
