/**
 * The record store in SQL: one code for SQLite and PostgreSQL.
 *
 * The idempotency rule: a key belongs to the first fact that was appended under it. A later fact with the same key counts
 * as known and changes nothing, whatever it says; to say something else, append under another key. When all facts of an
 * append are known, the append leaves no trace, not even in the audit chain: a retried activity is invisible.
 */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import {
  type BodyOf,
  countTies,
  type Fact,
  type Instant,
  type Kind,
  type MeasurableRecords,
  type NetworkRecords,
  type NewFact,
  PRACTICE_KINDS,
  type PracticeRecords,
  type Source,
  tieTableOf,
} from '../records/index.ts';
import { addEntry, appendDetail, entryOf, lockHead, type NewEntry, verifyChain } from './audit-chain.ts';
import { type CheckedFact, checkEntry, checkFacts } from './check-fact.ts';
import type { Dialect, OpenDatabase } from './database.ts';
import { eraseMember } from './erase-member.ts';
import { erasedAmong, unlessErased, waitsOfOthers, withoutErased } from './erased-people.ts';
import { assertJson } from './json.ts';
import { findKept, keepRecords, LEAST_TIES_KEPT, spanOf } from './kept-records.ts';
import { type MeasurementParts, measurementParts } from './measurement-parts.ts';
import { scrubPostgres } from './postgres.ts';
import { readFacts, readHistory } from './read-facts.ts';
import {
  type AppendResult,
  type AuditEntry,
  type AuditVerdict,
  type Erasure,
  type InboxEntry,
  type NoticeState,
  type ReadQuery,
  RecordError,
  type RecordStore,
} from './record-store.ts';
import { scrubSqlite } from './sqlite.ts';
import type { HeadRow, InboxRow, StoreTables } from './tables.ts';

/** Rows per statement: 500 facts are 6,500 parameters, and SQLite allows 32,766. */
const BATCH_ROWS = 500;

export interface StoreOptions {
  /** Records of fewer ties are read from the facts each time, which takes no longer. */
  leastTiesKept?: number;
}

export class SqlStore implements RecordStore {
  readonly measurements: MeasurementParts;
  readonly #db: Kysely<StoreTables>;
  readonly #dialect: Dialect;
  readonly #leastTiesKept: number;

  /** The database has the tables of `migrations/`; closing the store closes it. */
  constructor({ db, dialect }: OpenDatabase<StoreTables>, { leastTiesKept = LEAST_TIES_KEPT }: StoreOptions = {}) {
    this.#db = db;
    this.#dialect = dialect;
    this.measurements = measurementParts(db, dialect);
    this.#leastTiesKept = leastTiesKept;
  }

  async append(facts: NewFact[], actor: Source): Promise<AppendResult> {
    const checked = checkFacts(facts);
    const first = checked[0];
    if (first === undefined) return { appended: 0, known: 0 };
    const { network } = first;
    return this.#write(async (trx) => appendUnder(trx, await lockHead(trx, network), checked, actor));
  }

  async appendChosen<Answer>(
    network: string,
    actor: Source,
    decide: (read: RecordStore['read']) => Promise<{ facts: NewFact[]; answer: Answer }>,
  ): Promise<Answer> {
    return this.#write(async (trx) => {
      // The lock first: what is read after it is what the last writer left.
      const head = await lockHead(trx, network);
      const { facts, answer } = await decide((query) => readFacts(trx, query));
      const checked = checkFacts(facts);
      if (checked.some((fact) => fact.network !== network)) {
        throw new RecordError(`What is chosen in ${network} is recorded there.`);
      }
      if (checked.length > 0) await appendUnder(trx, head, checked, actor);
      return answer;
    });
  }

  read<K extends Kind>(query: ReadQuery<K>): Promise<Fact<K>[]> {
    return readFacts(this.#db, query);
  }

  history(query: { network: string; kind?: Kind }): Promise<Fact[]> {
    return readHistory(this.#db, query);
  }

  networkRecords(network: string, asOf?: Instant, knownAt?: Instant): Promise<NetworkRecords> {
    return this.#look((trx) => readRecords(trx, network, asOf, knownAt));
  }

  async measurableRecords(network: string, asOf?: Instant, knownAt?: Instant): Promise<MeasurableRecords> {
    const found = await this.#look(async (trx) => {
      const kept = await findKept(trx, network, asOf, knownAt);
      if (kept !== null) return { records: kept, span: null };
      const rows = await readRecords(trx, network, asOf, knownAt);
      const records = { ...rows, ties: tieTableOf(rows.ties) };
      const isMuch = countTies(records.ties) >= this.#leastTiesKept;
      return { records, span: isMuch ? await spanOf(trx, network, asOf, knownAt) : null };
    });
    const { records, span } = found;
    if (span !== null) await this.#write((trx) => keepRecords(trx, span, records));
    return records;
  }

  async networks(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('head')
      .select('network')
      .where('facts', '>', 0)
      .orderBy('network')
      .execute();
    return rows.map((row) => row.network);
  }

  /** An entry whose id is there already takes the new content: a wait that passes to a deputy stays one wait. */
  async putInbox(entries: InboxEntry[]): Promise<void> {
    assertJson(entries, 'inbox');
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    await this.#write(async (trx) => {
      const newest = await waitsOfOthers(trx, [...byId.values()]);
      for (const [, batch] of batches(newest)) {
        await trx
          .insertInto('inbox')
          .values(batch.map(({ workflowId, ...rest }): InboxRow => ({ ...rest, workflow_id: workflowId })))
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet(({ ref }) => ({
              network: ref('excluded.network'),
              person: ref('excluded.person'),
              action: ref('excluded.action'),
              about: ref('excluded.about'),
              workflow_id: ref('excluded.workflow_id'),
              since: ref('excluded.since'),
              until: ref('excluded.until'),
            })),
          )
          .execute();
      }
    });
  }

  async clearInbox(which: { ids: string[] } | { workflowId: string; action?: string }): Promise<void> {
    await this.#write(async (trx) => {
      if ('workflowId' in which) {
        const { workflowId, action } = which;
        const all = trx.deleteFrom('inbox').where('workflow_id', '=', workflowId);
        await (action === undefined ? all : all.where('action', '=', action)).execute();
        return;
      }
      for (const [, ids] of batches(which.ids)) await trx.deleteFrom('inbox').where('id', 'in', ids).execute();
    });
  }

  async inbox(query: { network: string; person?: string }): Promise<InboxEntry[]> {
    const rows = await this.#db
      .selectFrom('inbox')
      .selectAll()
      .where('network', '=', query.network)
      .$if(query.person !== undefined, (qb) => qb.where('person', '=', query.person!))
      .orderBy('since')
      .orderBy('id')
      .execute();
    return rows.map(({ workflow_id, ...rest }) => ({ ...rest, workflowId: workflow_id }));
  }

  async putArtifact(bytes: Uint8Array): Promise<string> {
    const address = createHash('sha256').update(bytes).digest('hex');
    await this.#write((trx) =>
      trx
        .insertInto('artifact')
        .values({ address, bytes })
        .onConflict((conflict) => conflict.column('address').doNothing())
        .execute(),
    );
    return address;
  }

  async getArtifact(address: string): Promise<Uint8Array | null> {
    const row = await this.#db.selectFrom('artifact').select('bytes').where('address', '=', address).executeTakeFirst();
    return row === undefined ? null : new Uint8Array(row.bytes);
  }

  claimNotice(network: string, notice: string): Promise<NoticeState> {
    assertJson([network, notice], 'notice');
    return this.#write(async (trx) => {
      const claimed = await trx
        .insertInto('notice')
        .values({ network, notice, state: 'sending' })
        .onConflict((conflict) => conflict.columns(['network', 'notice']).doNothing())
        .returning('state')
        .executeTakeFirst();
      if (claimed !== undefined) return 'new';
      const { state } = await trx
        .selectFrom('notice')
        .select('state')
        .where('network', '=', network)
        .where('notice', '=', notice)
        .executeTakeFirstOrThrow();
      return state as NoticeState;
    });
  }

  markNoticeSent(network: string, notice: string): Promise<void> {
    return this.#setNotice(network, notice, 'sent');
  }

  markNoticeUnsent(network: string, notice: string): Promise<void> {
    return this.#setNotice(network, notice, 'sending');
  }

  async #setNotice(network: string, notice: string, state: NoticeState): Promise<void> {
    await this.#write((trx) =>
      trx.updateTable('notice').set({ state }).where('network', '=', network).where('notice', '=', notice).execute(),
    );
  }

  async recordAudit(entry: NewEntry): Promise<void> {
    const checked = checkEntry(entry);
    await this.#write(async (trx) => {
      const head = await lockHead(trx, checked.network);
      await addEntry(trx, head, { ...checked, actor: await unlessErased(trx, checked.network, checked.actor) }, 0);
    });
  }

  async audit(network: string): Promise<AuditEntry[]> {
    const rows = await this.#db.selectFrom('audit').selectAll().where('network', '=', network).orderBy('seq').execute();
    return rows.map(entryOf);
  }

  verifyAudit(network: string): Promise<AuditVerdict> {
    return this.#look((trx) => verifyChain(trx, network));
  }

  /**
   * The scrub that follows rewrites the file, so that older pages and the log do not keep what was deleted. It runs even
   * if nothing was there: an earlier erasure may have been cut off before it.
   */
  async eraseMember(network: string, person: string, actor: Source, at: Instant): Promise<Erasure> {
    const erasure = await this.#write((trx) => eraseMember(trx, { network, person, actor, at }));
    if (this.#dialect === 'sqlite') await scrubSqlite(this.#db);
    else await scrubPostgres(this.#db, ['fact', 'audit', 'inbox', 'notice', 'artifact', 'measurement_part']);
    return erasure;
  }

  async erased(network: string, people: readonly string[]): Promise<string[]> {
    return [...(await this.#look((trx) => erasedAmong(trx, network, people)))];
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }

  #write<Result>(act: (trx: Transaction<StoreTables>) => Promise<Result>): Promise<Result> {
    return this.#db.transaction().execute(act);
  }

  /** Several queries that must see one state, while others write. */
  #look<Result>(act: (trx: Transaction<StoreTables>) => Promise<Result>): Promise<Result> {
    return this.#db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(act);
  }
}

/** Under the lock of the network's head. */
async function appendUnder(
  trx: Transaction<StoreTables>,
  head: HeadRow,
  checked: readonly CheckedFact[],
  actor: Source,
): Promise<AppendResult> {
  const { network } = head;
  const fresh = await withoutKnown(trx, network, await withoutErased(trx, network, checked));
  if (fresh.length > 0) {
    const at = fresh.reduce((latest, fact) => (fact.recorded_at > latest ? fact.recorded_at : latest), '');
    const by = await unlessErased(trx, network, actor);
    const entry = checkEntry({ network, at, actor: by, action: 'append', detail: appendDetail(fresh) });
    for (const [start, batch] of batches(fresh)) {
      const rows = batch.map((fact, index) => ({
        ...fact,
        seq: head.facts + start + index + 1,
        audit_seq: head.entries + 1,
      }));
      await trx.insertInto('fact').values(rows).execute();
    }
    await addEntry(trx, head, entry, fresh.length);
  }
  return { appended: fresh.length, known: checked.length - fresh.length };
}

async function readRecords(
  trx: Transaction<StoreTables>,
  network: string,
  asOf: Instant | undefined,
  knownAt: Instant | undefined,
): Promise<NetworkRecords> {
  const bodies = async <K extends Kind>(kind: K) =>
    (await readFacts(trx, { network, kind, asOf, knownAt })).map((fact) => fact.body as BodyOf<K>);
  return {
    members: await bodies('member'),
    ties: await bodies('tie'),
    adoptions: await bodies('adoption'),
    waves: await bodies('wave'),
    responses: await bodies('response'),
    contributions: await bodies('contribution'),
    ...(await practiceRecords(bodies)),
  };
}

/** Only kinds of which there is something: most networks run few practices, and their records stay as they were. */
async function practiceRecords(
  bodies: <K extends Kind>(kind: K) => Promise<BodyOf<K>[]>,
): Promise<Pick<NetworkRecords, 'practices'>> {
  const practices: Partial<PracticeRecords> = {};
  for (const kind of PRACTICE_KINDS) {
    const found = await bodies(kind);
    if (found.length > 0) Object.assign(practices, { [kind]: found });
  }
  return Object.keys(practices).length === 0 ? {} : { practices };
}

/** The facts whose keys are new to the network, each key once. */
async function withoutKnown(
  trx: Transaction<StoreTables>,
  network: string,
  facts: readonly CheckedFact[],
): Promise<CheckedFact[]> {
  const byKey = new Map<string, CheckedFact>();
  for (const fact of facts) if (!byKey.has(fact.key)) byKey.set(fact.key, fact);
  for (const [, keys] of batches([...byKey.keys()])) {
    const known = await trx
      .selectFrom('fact')
      .select('key')
      .where('network', '=', network)
      .where('key', 'in', keys)
      .execute();
    for (const { key } of known) byKey.delete(key);
  }
  return [...byKey.values()];
}

function* batches<Item>(items: readonly Item[]): Generator<[start: number, batch: Item[]]> {
  for (let start = 0; start < items.length; start += BATCH_ROWS) {
    yield [start, items.slice(start, start + BATCH_ROWS)];
  }
}
