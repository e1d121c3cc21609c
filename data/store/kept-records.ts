/**
 * What a measurement read, kept so that the next one does not read fifty thousand facts again: the records of a network
 * in columns, an artifact under its own SHA-256, and a row that says for which dates it holds.
 *
 * It is never stale. A row counts only while the network has as many facts as when it was made, and facts are only ever
 * appended; an erasure, which alone takes facts away, drops all rows of its network in the same transaction. What was
 * read in the meantime by somebody slower is not kept, because the chain's head has moved on (`keepRecords`).
 *
 * A reading stays the same from one date that a fact mentions to the next, so a row holds for all dates between the two:
 * today's measurement finds what yesterday's kept.
 */
import { createHash } from 'node:crypto';
import { type Expression, type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { type Instant, type Kind, type MeasurableRecords, PRACTICE_KINDS } from '../records/index.ts';
import { lockHead } from './audit-chain.ts';
import { packRecords, unpackRecords } from './packed-records.ts';
import type { KeptRecordsRow, StoreTables } from './tables.ts';

/** Fewer are read from the facts within milliseconds, and keeping them would take the write lock for nothing. */
export const LEAST_TIES_KEPT = 2_000;

/** Of one network. Who looks at many dates in turn would fill the store. */
const MOST_KEPT = 8;

/** After every instant, as text: a reading without a date stands there. */
const END_OF_TIME = '~';
const AFTER_THE_END = '~~';
const BEFORE_ALL = '';

/** The kinds of facts that records are made of. */
const KINDS_READ: readonly Kind[] = [
  ...(['member', 'tie', 'adoption', 'wave', 'response', 'contribution'] as const),
  ...PRACTICE_KINDS,
];

/** Where a reading stands: the state it was read from, and the dates for which it is the same. */
export interface Span extends Omit<KeptRecordsRow, 'address'> {
  /** The chain's end: what is kept must be of this state. */
  headHash: string;
}

/** Null where nothing is kept that holds for these dates. */
export async function findKept(
  trx: Transaction<StoreTables>,
  network: string,
  asOf: Instant = END_OF_TIME,
  knownAt: Instant = END_OF_TIME,
): Promise<MeasurableRecords | null> {
  const row = await trx
    .selectFrom('kept_records')
    .innerJoin('head', (join) =>
      join.onRef('head.network', '=', 'kept_records.network').onRef('head.facts', '=', 'kept_records.facts'),
    )
    .innerJoin('artifact', 'artifact.address', 'kept_records.address')
    .select('artifact.bytes')
    .where('kept_records.network', '=', network)
    .where('since', '<=', asOf)
    .where('until', '>', asOf)
    .where('known_since', '<=', knownAt)
    .where('known_until', '>', knownAt)
    .executeTakeFirst();
  return row === undefined ? null : unpackRecords(new Uint8Array(row.bytes));
}

/** For which dates a reading made now, in this transaction, is the same; null of a network that nobody has heard of. */
export async function spanOf(
  trx: Transaction<StoreTables>,
  network: string,
  asOf: Instant = END_OF_TIME,
  knownAt: Instant = END_OF_TIME,
): Promise<Span | null> {
  const head = await trx.selectFrom('head').selectAll().where('network', '=', network).executeTakeFirst();
  if (head === undefined) return null;
  const begun = await neighbours(trx, network, 'valid_from', asOf);
  const ended = await neighbours(trx, network, 'valid_to', asOf);
  const known = await neighbours(trx, network, 'recorded_at', knownAt);
  return {
    ...{ network, facts: head.facts, headHash: head.hash },
    since: begun.before > ended.before ? begun.before : ended.before,
    until: begun.after < ended.after ? begun.after : ended.after,
    known_since: known.before,
    known_until: known.after,
  };
}

/** Keeps what was read, unless something has happened since then. */
export async function keepRecords(
  trx: Transaction<StoreTables>,
  { headHash, ...span }: Span,
  records: MeasurableRecords,
): Promise<void> {
  const head = await lockHead(trx, span.network);
  if (head.hash !== headHash) return;
  const kept = await trx.selectFrom('kept_records').selectAll().where('network', '=', span.network).execute();
  const stands = (row: KeptRecordsRow) => row.facts === span.facts;
  if (!kept.every(stands) || kept.length >= MOST_KEPT) await dropKept(trx, span.network);
  const bytes = packRecords(records);
  const address = createHash('sha256').update(bytes).digest('hex');
  await trx
    .insertInto('artifact')
    .values({ address, bytes })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute();
  await trx
    .insertInto('kept_records')
    .values({ ...span, address })
    // Somebody else read the same at the same time.
    .onConflict((conflict) => conflict.columns(['network', 'since', 'known_since']).doNothing())
    .execute();
}

/** Drops all that is kept of a network, rows and bytes; bytes that another network has too are still that one's. */
export async function dropKept(trx: Transaction<StoreTables>, network: string): Promise<void> {
  const rows = await trx.selectFrom('kept_records').select('address').where('network', '=', network).execute();
  if (rows.length === 0) return;
  await trx.deleteFrom('kept_records').where('network', '=', network).execute();
  await trx
    .deleteFrom('artifact')
    .where(
      'address',
      'in',
      rows.map(({ address }) => address),
    )
    .where('address', 'not in', (from) => from.selectFrom('kept_records').select('address'))
    .execute();
}

/** The last date that facts mention up to one, and the first after it. */
async function neighbours(
  db: Kysely<StoreTables>,
  network: string,
  column: 'valid_from' | 'valid_to' | 'recorded_at',
  date: string,
): Promise<{ before: string; after: string }> {
  const only = (condition: Expression<SqlBool>) =>
    sql<string | null>`case when ${condition} then ${sql.ref(column)} end`;
  const { before, after } = await db
    .selectFrom('fact')
    .select(({ fn, eb }) => [
      fn.max(only(eb(column, '<=', date))).as('before'),
      fn.min(only(eb(column, '>', date))).as('after'),
    ])
    .where('network', '=', network)
    .where('kind', 'in', KINDS_READ)
    .executeTakeFirstOrThrow();
  return { before: before ?? BEFORE_ALL, after: after ?? AFTER_THE_END };
}
