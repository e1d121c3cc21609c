/**
 * The one interface to what is known. SQLite and PostgreSQL implement it through the same Kysely code, and one contract
 * test runs on both.
 *
 * - Facts are appended, never changed. `append` is all or nothing, and a fact whose key is known changes nothing.
 * - Every append adds one entry to the network's audit chain in the same transaction.
 * - Readers in other processes see a consistent state while a worker writes.
 */
import type { Fact, Instant, Kind, MeasurableRecords, NetworkRecords, NewFact, Source } from '../records/index.ts';
import type { MeasurementParts } from './measurement-parts.ts';

export interface AppendResult {
  /** Facts that are new. */
  appended: number;
  /** Facts whose key was known already, or that were about somebody erased, so that nothing changed. */
  known: number;
}

export interface ReadQuery<K extends Kind> {
  network: string;
  kind: K;
  /** What held on this date (programme clock). Default: everything that holds by now, however late. */
  asOf?: Instant;
  /** Only what had been recorded by then: what a report made that day could have known. */
  knownAt?: Instant;
  subject?: string;
}

/** Something that waits on a person. The store's table is the inbox; Temporal's list only reconciles it. */
export interface InboxEntry {
  /** Stable id: putting the same entry twice changes nothing. */
  id: string;
  network: string;
  /** Who must act: a person's id, or `role:lead` for whoever holds the role. */
  person: string;
  /** The action of the command line that answers it. */
  action: string;
  /** The id the action is about: a decision, a wave, an introduction. */
  about: string;
  workflowId: string;
  since: Instant;
  until: Instant | null;
}

export interface AuditEntry {
  seq: number;
  network: string;
  at: Instant;
  actor: Source;
  /** What was done: `append`, `erase`, `refused`. */
  action: string;
  /** Kinds and counts, ids, digests: never personal details. */
  detail: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

export interface AuditVerdict {
  verifies: boolean;
  entries: number;
  /** Sequence number of the first entry that does not fit, and why. */
  brokenAt: number | null;
  reason: string | null;
}

/** What went with a person: counts, and which reports, because those can be made anew. */
export interface Erasure {
  /** Facts that are gone, by kind. */
  removed: Partial<Record<Kind, number>>;
  /** Facts that stay, with `erased` in the person's place, by kind. */
  replaced: Partial<Record<Kind, number>>;
  /** Audit entries of what the person did, which name nobody now. */
  entries: number;
  inbox: number;
  notices: number;
  /** Health checks whose kept report named the person. */
  reports: { check: string; asOf: Instant }[];
}

export type NoticeState = 'new' | 'sending' | 'sent';

export interface RecordStore {
  /**
   * Appends facts, all or none, with one audit entry by `actor`. Every body is checked by its kind's schema first.
   * Whom `eraseMember` erased does not come back: facts about them are left out, and others name nobody in their place.
   * @throws RecordError naming kind, field and what was expected.
   */
  append(facts: NewFact[], actor: Source): Promise<AppendResult>;

  /**
   * Reads and then appends what follows from it, as one: nobody else writes to the network in between, in this process or
   * in another, so that of two who decide at the same instant the second sees what the first has done. `decide` reads by
   * what it is given alone.
   */
  appendChosen<Answer>(
    network: string,
    actor: Source,
    decide: (read: RecordStore['read']) => Promise<{ facts: NewFact[]; answer: Answer }>,
  ): Promise<Answer>;

  /** The facts of a kind that hold, one per subject, ordered by subject. Retracted and ended ones are left out. */
  read<K extends Kind>(query: ReadQuery<K>): Promise<Fact<K>[]>;

  /** Every fact ever appended (of one kind or of all), superseded and retracted too, in the order of recording. */
  history(query: { network: string; kind?: Kind }): Promise<Fact[]>;

  /** The records that a measurement reads, as of a date. */
  networkRecords(network: string, asOf?: Instant, knownAt?: Instant): Promise<NetworkRecords>;

  /**
   * The same with ties in columns, for measuring. What many ties took to read is kept beside the facts, so that the next
   * measurement reads one artifact; it is never older than the facts, and goes when anybody is erased.
   */
  measurableRecords(network: string, asOf?: Instant, knownAt?: Instant): Promise<MeasurableRecords>;

  /** Ids of all networks that have a fact, in order. */
  networks(): Promise<string[]>;

  putInbox(entries: InboxEntry[]): Promise<void>;
  /** Removes what no longer waits: entries by id, or all of a workflow, or those of a workflow that ask for one action. */
  clearInbox(which: { ids: string[] } | { workflowId: string; action?: string }): Promise<void>;
  inbox(query: { network: string; person?: string }): Promise<InboxEntry[]>;

  /** Keeps bytes under their SHA-256 (hex) and returns it. Keeping the same bytes twice changes nothing. */
  putArtifact(bytes: Uint8Array): Promise<string>;
  getArtifact(address: string): Promise<Uint8Array | null>;

  /** What measurements that are spread over workers keep while they go on. */
  readonly measurements: MeasurementParts;

  /**
   * Claims a notice for sending, by its id. 'new': it was unknown and is yours now; 'sending': somebody claimed it
   * and has not said that it was sent; 'sent': nothing to do.
   */
  claimNotice(network: string, notice: string): Promise<NoticeState>;
  markNoticeSent(network: string, notice: string): Promise<void>;
  /** It was marked at the last moment, and the receiver did not take it: it is to be sent again. */
  markNoticeUnsent(network: string, notice: string): Promise<void>;

  /**
   * Adds an entry for what is no append: a refusal, an erasure. `at` is on the
   * programme's clock; `detail` holds counts, ids and digests, never personal details.
   */
  recordAudit(entry: Pick<AuditEntry, 'network' | 'at' | 'actor' | 'action' | 'detail'>): Promise<void>;
  audit(network: string): Promise<AuditEntry[]>;
  verifyAudit(network: string): Promise<AuditVerdict>;

  /**
   * Takes a person out of everything that the network knows, for good, with one audit entry of counts; the chain still
   * verifies. What becomes of which fact is in people-in-facts.ts. Erasing twice changes nothing, and finds what was
   * written in between by somebody who still had the id in hand.
   */
  eraseMember(network: string, person: string, actor: Source, at: Instant): Promise<Erasure>;
  /** Those of the ids that were erased from the network. */
  erased(network: string, people: readonly string[]): Promise<string[]>;

  close(): Promise<void>;
}

/** A record that its schema refuses. The message says which field and what was expected, and shows no values. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}
