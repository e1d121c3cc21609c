/**
 * The audit chain: who did what when, each entry holding the hash of the one before it, per network.
 *
 * An entry of an append also holds a digest of the facts that came with it. Whoever edits, inserts, deletes or reorders
 * entries or facts afterwards would have to recompute every later hash, and the network's head, which says how long the
 * chain is and how it ends. Against somebody who can rewrite the whole database the chain protects only as far as a
 * head's hash was written down elsewhere (a report states it).
 *
 * Where a person was erased, hashes stand for what is gone (see erasure-chain.ts), and an entry vouches for those.
 *
 * Reference: S. Haber, W. S. Stornetta, "How to time-stamp a digital document", doi:10.1007/BF00196791.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { Erasures, readErasures } from './erasure-chain.ts';
import { canonicalJson } from './json.ts';
import type { PlacelessFact } from './people-in-facts.ts';
import type { AuditEntry, AuditVerdict } from './record-store.ts';
import type { AuditRow, FactRow, HeadRow, StoreTables } from './tables.ts';

export type NewEntry = Pick<AuditEntry, 'network' | 'at' | 'actor' | 'action' | 'detail'>;

/** What an append's entry says of its facts: how many of each kind, and the digest that vouches for them. */
export interface AppendDetail extends Record<string, unknown> {
  facts: number;
  kinds: Record<string, number>;
  digest: string;
}

const START = '0'.repeat(64);
const PAGE_ROWS = 5_000;

/**
 * The network's head, held until the transaction ends: the second of two writers waits here. The update that changes
 * nothing takes the row's lock in PostgreSQL; SQLite's transaction holds the only write lock anyway.
 */
export function lockHead(trx: Transaction<StoreTables>, network: string): Promise<HeadRow> {
  return trx
    .insertInto('head')
    .values({ network, entries: 0, facts: 0, hash: START })
    .onConflict((conflict) => conflict.column('network').doUpdateSet({ network }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Adds the entry after `head`, and moves the head by it and by `facts` new facts. */
export async function addEntry(
  trx: Transaction<StoreTables>,
  head: HeadRow,
  entry: NewEntry,
  facts: number,
): Promise<void> {
  const seq = head.entries + 1;
  const hash = hashOf({ ...entry, seq, previousHash: head.hash });
  await trx
    .insertInto('audit')
    .values({
      network: entry.network,
      seq,
      at: entry.at,
      actor_type: entry.actor.type,
      actor_id: entry.actor.id,
      action: entry.action,
      detail: canonicalJson(entry.detail),
      previous_hash: head.hash,
      hash,
    })
    .execute();
  await trx
    .updateTable('head')
    .set({ entries: seq, facts: head.facts + facts, hash })
    .where('network', '=', entry.network)
    .execute();
}

/** An entry as it would be hashed, with its place in the chain. */
export function hashOfEntry(row: AuditRow): string {
  return hashOf(entryOf(row));
}

/** A hash of all that one fact says. */
export function hashOfFact(fact: PlacelessFact): string {
  return sha256(bytesOf(fact));
}

/** What an append's entry says; the facts in the order in which they are appended. */
export function appendDetail(facts: readonly PlacelessFact[]): AppendDetail {
  const kinds: Record<string, number> = {};
  for (const { kind } of facts) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { facts: facts.length, kinds, digest: digestOf(facts.map(hashOfFact)) };
}

export function entryOf(row: AuditRow): AuditEntry {
  return {
    seq: row.seq,
    network: row.network,
    at: row.at,
    actor: { type: row.actor_type as AuditEntry['actor']['type'], id: row.actor_id },
    action: row.action,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** Walks the whole chain and all facts once, in a transaction that sees one state of both. */
export async function verifyChain(trx: Transaction<StoreTables>, network: string): Promise<AuditVerdict> {
  const rows = await trx.selectFrom('audit').selectAll().where('network', '=', network).orderBy('seq').execute();
  const head = await trx.selectFrom('head').selectAll().where('network', '=', network).executeTakeFirst();
  const facts = new FactReader(trx, network);
  const broken = (at: number, reason: string): AuditVerdict => ({
    verifies: false,
    entries: rows.length,
    brokenAt: at,
    reason,
  });

  const erasures = new Erasures(await readErasures(trx, network));
  let previousHash = START;
  for (const [index, row] of rows.entries()) {
    const seq = index + 1;
    if (row.seq !== seq) return broken(seq, `entry ${seq} is missing; entry ${row.seq} stands in its place`);
    if (row.previous_hash !== previousHash) return broken(seq, `entry ${seq} does not follow from the one before it`);
    const entry = readEntry(row);
    if (entry === null || erasures.hashBefore('entry', seq, hashOf(entry)) !== row.hash) {
      return broken(seq, `entry ${seq} was changed`);
    }
    const recorded = [
      ...(await facts.ofEntry(seq)).map((fact) => ({ seq: fact.seq, hash: hashOfFact(fact) })),
      ...erasures.factsGoneFrom(seq).map((gone) => ({ seq: gone, hash: null })),
    ].sort((a, b) => a.seq - b.seq);
    const hashes = recorded.map((fact) => erasures.hashBefore('fact', fact.seq, fact.hash));
    const detail = entry.action === 'append' ? entry.detail : appendDetail([]);
    if (detail.facts !== recorded.length || detail.digest !== digestOf(hashes)) {
      return broken(seq, `the facts of entry ${seq} were changed: it vouches for other facts than are there`);
    }
    if (!erasures.vouchedFor(entry)) {
      return broken(seq, `what entry ${seq} erased was changed: it vouches for other erasures than are there`);
    }
    previousHash = row.hash;
  }

  if (await facts.hasMore()) return broken(rows.length + 1, 'there are facts that no entry vouches for');
  if (erasures.hasMore()) return broken(rows.length + 1, 'there are erasures that no entry vouches for');
  if (rows.length < (head?.entries ?? 0)) {
    return broken(rows.length + 1, `the end was cut off: ${rows.length} of ${head?.entries} entries are left`);
  }
  if (rows.length !== (head?.entries ?? 0) || previousHash !== (head?.hash ?? START)) {
    return broken(rows.length, 'the chain does not end where the head says that it ends');
  }
  return { verifies: true, entries: rows.length, brokenAt: null, reason: null };
}

/** Facts in the order of recording, page by page: a million of them need not fit in memory. */
class FactReader {
  readonly #trx: Transaction<StoreTables>;
  readonly #network: string;
  #page: FactRow[] = [];
  #next = 0;
  #lastSeq = 0;

  constructor(trx: Transaction<StoreTables>, network: string) {
    this.#trx = trx;
    this.#network = network;
  }

  /** The facts up to the first that says it came with another entry. */
  async ofEntry(auditSeq: number): Promise<FactRow[]> {
    const facts: FactRow[] = [];
    while (await this.hasMore()) {
      const fact = this.#page[this.#next]!;
      if (fact.audit_seq !== auditSeq) break;
      facts.push(fact);
      this.#next += 1;
    }
    return facts;
  }

  async hasMore(): Promise<boolean> {
    if (this.#next < this.#page.length) return true;
    this.#page = await this.#trx
      .selectFrom('fact')
      .selectAll()
      .where('network', '=', this.#network)
      .where('seq', '>', this.#lastSeq)
      .orderBy('seq')
      .limit(PAGE_ROWS)
      .execute();
    this.#next = 0;
    this.#lastSeq = this.#page.at(-1)?.seq ?? this.#lastSeq;
    return this.#page.length > 0;
  }
}

/** Null where the detail is no JSON any more. */
function readEntry(row: AuditRow): AuditEntry | null {
  try {
    return entryOf(row);
  } catch {
    return null;
  }
}

function hashOf({ seq, network, at, actor, action, detail, previousHash }: Omit<AuditEntry, 'hash'>): string {
  return sha256(canonicalJson({ seq, network, at, actor, action, detail, previousHash }));
}

/** A hash over the hashes of the single facts, so that one fact can be erased and the rest still verify. */
function digestOf(hashes: readonly (string | null)[]): string {
  return sha256(hashes.join('\n'));
}

/** All that a fact says, as one text. The body goes in as kept, so that checking needs no parser to agree with us. */
function bytesOf(fact: PlacelessFact): string {
  return JSON.stringify([
    fact.network,
    fact.kind,
    fact.subject,
    fact.valid_from,
    fact.valid_to,
    fact.source_type,
    fact.source_id,
    fact.recorded_at,
    fact.key,
    fact.retracted,
    fact.body,
  ]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
