/** Takes a person out of facts, audit entries, inbox, notices and kept reports, in one transaction. */
import type { Transaction } from 'kysely';
import type { Instant, Kind, Source } from '../records/index.ts';
import { addEntry, hashOfEntry, hashOfFact, lockHead } from './audit-chain.ts';
import { checkEntry } from './check-fact.ts';
import { rememberErased } from './erased-people.ts';
import { digestOfErasure } from './erasure-chain.ts';
import { dropKept } from './kept-records.ts';
import { clearMeasurementsOf } from './measurement-parts.ts';
import { ERASED, mentions, withoutPerson } from './people-in-facts.ts';
import type { Erasure } from './record-store.ts';
import type { ErasureRow, FactRow, StoreTables } from './tables.ts';

/** Rows per statement, far below SQLite's most parameters. */
const BATCH_ROWS = 500;

interface Erasing {
  trx: Transaction<StoreTables>;
  network: string;
  person: string;
  /** The audit entry that will vouch for what is done. */
  entry: number;
}

export async function eraseMember(
  trx: Transaction<StoreTables>,
  { network, person, actor, at }: { network: string; person: string; actor: Source; at: Instant },
): Promise<Erasure> {
  const head = await lockHead(trx, network);
  const erasing: Erasing = { trx, network, person, entry: head.entries + 1 };
  const isNew = await rememberErased(trx, network, person);
  // Before facts go: they say which notice is whose.
  const notices = await eraseNotices(erasing);
  const inbox = await eraseInbox(erasing);
  const reports = await eraseReports(erasing);
  const entries = await eraseFromEntries(erasing);
  const facts = await eraseFromFacts(erasing);
  // Whatever was read from the facts may name the person, too.
  await dropKept(trx, network);
  await clearMeasurementsOf(trx, network);
  const rows = [...entries, ...facts.rows];
  for (let start = 0; start < rows.length; start += BATCH_ROWS) {
    await trx
      .insertInto('erasure')
      .values(rows.slice(start, start + BATCH_ROWS))
      .execute();
  }
  const { removed, replaced } = facts;
  if (isNew || rows.length + notices + inbox + reports.length > 0) {
    const counts = { removed, replaced, entries: entries.length, inbox, notices, reports: reports.length };
    const detail = { ...counts, digest: digestOfErasure(rows) };
    await addEntry(trx, head, checkEntry({ network, at, actor, action: 'erase', detail }), 0);
  }
  return { removed, replaced, entries: entries.length, inbox, notices, reports };
}

/** A claim that no fact confirms (its sender died in between) is told by its end, which is the receiver's id. */
async function eraseNotices({ trx, network, person }: Erasing): Promise<number> {
  const claims = await trx.selectFrom('notice').select('notice').where('network', '=', network).execute();
  const facts = await trx
    .selectFrom('fact')
    .select('body')
    .where('network', '=', network)
    .where('kind', '=', 'notice')
    .execute();
  const receivers = new Map(
    facts.map(({ body }) => {
      const { notice, person: receiver } = JSON.parse(body) as { notice: string; person: string };
      return [notice, receiver];
    }),
  );
  const own = claims
    .map(({ notice }) => notice)
    .filter((notice) => (receivers.get(notice) ?? (notice.endsWith(`.${person}`) ? person : null)) === person);
  for (const notice of own) {
    await trx.deleteFrom('notice').where('network', '=', network).where('notice', '=', notice).execute();
  }
  return own.length;
}

async function eraseInbox({ trx, network, person }: Erasing): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('inbox')
    .where('network', '=', network)
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** The kept bytes go; that there was a report stays, and it can be made anew. */
async function eraseReports({ trx, network, person }: Erasing): Promise<Erasure['reports']> {
  const facts = await trx
    .selectFrom('fact')
    .select('body')
    .where('network', '=', network)
    .where('kind', '=', 'report')
    .orderBy('seq')
    .execute();
  const reports: Erasure['reports'] = [];
  for (const { body } of facts) {
    const { check, asOf, html, markdown, json } = JSON.parse(body) as Record<string, string> & Erasure['reports'][0];
    const kept = await trx
      .selectFrom('artifact')
      .selectAll()
      .where('address', 'in', [html, markdown, json] as string[])
      .execute();
    const naming = kept.filter(({ bytes }) => mentions(Buffer.from(bytes as Uint8Array).toString('utf8'), person));
    if (naming.length === 0) continue;
    const addresses = naming.map(({ address }) => address);
    await trx.deleteFrom('artifact').where('address', 'in', addresses).execute();
    reports.push({ check, asOf });
  }
  return reports;
}

async function eraseFromEntries({ trx, network, person, entry }: Erasing): Promise<ErasureRow[]> {
  const own = await trx
    .selectFrom('audit')
    .selectAll()
    .where('network', '=', network)
    .where('actor_type', '=', 'person')
    .where('actor_id', '=', person)
    .orderBy('seq')
    .execute();
  await trx
    .updateTable('audit')
    .set({ actor_id: ERASED })
    .where('network', '=', network)
    .where('actor_type', '=', 'person')
    .where('actor_id', '=', person)
    .execute();
  return own.map((row) => ({
    ...{ network, entry, target: 'entry', seq: row.seq, audit_seq: row.seq },
    before: hashOfEntry(row),
    after: hashOfEntry({ ...row, actor_id: ERASED }),
  }));
}

async function eraseFromFacts({ trx, network, person, entry }: Erasing) {
  const removed: Erasure['removed'] = {};
  const replaced: Erasure['replaced'] = {};
  const rows: ErasureRow[] = [];
  for (const fact of await candidates(trx, network, person)) {
    const left = withoutPerson(fact, person);
    if (left === fact) continue;
    const { seq, audit_seq } = fact;
    const counted = left === null ? removed : replaced;
    counted[fact.kind as Kind] = (counted[fact.kind as Kind] ?? 0) + 1;
    if (left === null) await trx.deleteFrom('fact').where('network', '=', network).where('seq', '=', seq).execute();
    else await trx.updateTable('fact').set(left).where('network', '=', network).where('seq', '=', seq).execute();
    const after = left === null ? null : hashOfFact(left);
    rows.push({ network, entry, target: 'fact', seq, audit_seq, before: hashOfFact(fact), after });
  }
  return { removed, replaced, rows };
}

/** Facts in which the id occurs somewhere: a coarse sieve, so that not every fact has to be parsed. */
function candidates(trx: Transaction<StoreTables>, network: string, person: string): Promise<FactRow[]> {
  return trx
    .selectFrom('fact')
    .selectAll()
    .where('network', '=', network)
    .where((eb) => eb.or([eb('body', 'like', `%${person}%`), eb('source_id', '=', person)]))
    .orderBy('seq')
    .execute();
}
