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

export interface PeopleTables {
  people_person: PersonRow;
  people_lookup: LookupRow;
  people_text: TextRow;
  people_master: MasterRow;
}
