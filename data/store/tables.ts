/** Rows as the database has them; the migrations create them, and the rest of this folder reads and writes them. */
import type { ColumnType } from 'kysely';

export interface FactRow {
  network: string;
  /** Place in the network's order of recording: 1, 2, 3 … without gaps. */
  seq: number;
  /** The audit entry that vouches for this fact. */
  audit_seq: number;
  kind: string;
  subject: string;
  /** Canonical JSON, kept as text: `jsonb` would reorder keys and rewrite numbers, and the audit hashes these bytes. */
  body: string;
  valid_from: string;
  valid_to: string | null;
  source_type: string;
  source_id: string;
  recorded_at: string;
  key: string;
  /** 0 or 1: SQLite has no booleans. */
  retracted: number;
}

export interface AuditRow {
  network: string;
  seq: number;
  at: string;
  actor_type: string;
  actor_id: string;
  action: string;
  /** Canonical JSON. */
  detail: string;
  previous_hash: string;
  hash: string;
}

/** One row per network: its lock for writers, and how far facts and chain go, so that a cut-off tail is seen. */
export interface HeadRow {
  network: string;
  entries: number;
  facts: number;
  hash: string;
}

export interface InboxRow {
  id: string;
  network: string;
  person: string;
  action: string;
  about: string;
  workflow_id: string;
  since: string;
  until: string | null;
}

export interface ArtifactRow {
  address: string;
  /** PostgreSQL answers with a Buffer, libsql with an ArrayBuffer. */
  bytes: ColumnType<Uint8Array | ArrayBuffer, Uint8Array, never>;
}

export interface NoticeRow {
  network: string;
  notice: string;
  state: string;
}

/** A measurement that goes on: whose it is, and how it is measured. */
export interface MeasurementRow {
  measurement: string;
  network: string | null;
  question: string;
}

export interface MeasurementPartRow {
  measurement: string;
  part: string;
  bytes: ArtifactRow['bytes'];
}

/** Who was erased, by a digest of the id: so that nothing brings them back, and the id itself is nowhere. */
export interface ErasedPersonRow {
  network: string;
  digest: string;
}

/** A fact or an audit entry that an erasure took a person from: its hash before, and after; null where it is gone. */
export interface ErasureRow {
  network: string;
  /** The audit entry that vouches for the erasure. */
  entry: number;
  target: 'entry' | 'fact';
  /** The place of the target among facts or entries. */
  seq: number;
  /** The entry that the target came with; an entry's own place. */
  audit_seq: number;
  before: string;
  after: string | null;
}

/** Records that a measurement read, as an artifact: they hold for every date from `since` on and before `until`. */
export interface KeptRecordsRow {
  network: string;
  /** How many facts the network had: one more, and this says nothing any more. */
  facts: number;
  since: string;
  until: string;
  /** The same of when facts came to be known. */
  known_since: string;
  known_until: string;
  address: string;
}

export interface StoreTables {
  fact: FactRow;
  audit: AuditRow;
  head: HeadRow;
  inbox: InboxRow;
  artifact: ArtifactRow;
  notice: NoticeRow;
  measurement: MeasurementRow;
  measurement_part: MeasurementPartRow;
  erased_person: ErasedPersonRow;
  erasure: ErasureRow;
  kept_records: KeptRecordsRow;
}
