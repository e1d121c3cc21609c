/** The record store: what is known, since when, from whom. */
export type { DatabasePlace } from './database.ts';
export { canonicalJson, JsonError } from './json.ts';
export { openStore } from './open-store.ts';
export type {
  AppendResult,
  AuditEntry,
  AuditVerdict,
  InboxEntry,
  NoticeState,
  ReadQuery,
  RecordStore,
} from './record-store.ts';
export { RecordError } from './record-store.ts';
