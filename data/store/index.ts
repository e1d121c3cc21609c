/** The record store: what is known, since when, from whom. */
export type { DatabasePlace } from './database.ts';
export { canonicalJson, JsonError } from './json.ts';
export type { MeasurementParts, OpenMeasurement } from './measurement-parts.ts';
export { openStore } from './open-store.ts';
export type { Outlives } from './outlives.ts';
export { ERASED, mentions, peopleNamed } from './people-in-facts.ts';
export type {
  AppendResult,
  AuditEntry,
  AuditVerdict,
  Erasure,
  InboxEntry,
  NoticeState,
  ReadQuery,
  RecordStore,
} from './record-store.ts';
export { RecordError } from './record-store.ts';
