/**
 * Who was erased does not come back: a workflow may still carry the id, and an activity may be tried once more. What
 * would bring it back is kept from the tables here. Only a digest of the id is remembered.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Source } from '../records/index.ts';
import { ERASED, type PlacelessFact, peopleIn, withoutPerson } from './people-in-facts.ts';
import type { InboxEntry } from './record-store.ts';
import type { StoreTables } from './tables.ts';

/** False where the person was erased before. */
export async function rememberErased(trx: Transaction<StoreTables>, network: string, person: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('erased_person')
    .values({ network, digest: digestOf(network, person) })
    .onConflict((conflict) => conflict.columns(['network', 'digest']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Those of the ids that were erased. */
export async function erasedAmong(
  trx: Transaction<StoreTables>,
  network: string,
  people: readonly string[],
): Promise<Set<string>> {
  const rows = await trx.selectFrom('erased_person').select('digest').where('network', '=', network).execute();
  // Nearly always nobody: then nothing has to be hashed.
  if (rows.length === 0) return new Set();
  const digests = new Set(rows.map(({ digest }) => digest));
  return new Set(people.filter((person) => digests.has(digestOf(network, person))));
}

/** Facts that somebody still wanted to append, without those who were erased in the meantime. */
export async function withoutErased<Row extends PlacelessFact>(
  trx: Transaction<StoreTables>,
  network: string,
  facts: readonly Row[],
): Promise<Row[]> {
  const people = [...new Set(facts.flatMap(peopleIn))].sort();
  const erased = await erasedAmong(trx, network, people);
  if (erased.size === 0) return [...facts];
  return facts.flatMap((fact) => {
    let spared: Row | null = fact;
    for (const person of erased) spared = spared === null ? null : withoutPerson(spared, person);
    return spared === null ? [] : [spared];
  });
}

/** Who acts, as the audit log may say it. */
export async function unlessErased(trx: Transaction<StoreTables>, network: string, actor: Source): Promise<Source> {
  if (actor.type !== 'person') return actor;
  return (await erasedAmong(trx, network, [actor.id])).size === 0 ? actor : { ...actor, id: ERASED };
}

/** The waits of those who are there: nothing waits on an erased person. */
export async function waitsOfOthers(
  trx: Transaction<StoreTables>,
  entries: readonly InboxEntry[],
): Promise<InboxEntry[]> {
  const kept: InboxEntry[] = [];
  for (const network of new Set(entries.map((entry) => entry.network))) {
    const waits = entries.filter((entry) => entry.network === network);
    const people = waits.map(({ person }) => person);
    const erased = await erasedAmong(trx, network, people);
    kept.push(...waits.filter(({ person }) => !erased.has(person)));
  }
  return kept;
}

function digestOf(network: string, person: string): string {
  return createHash('sha256')
    .update(JSON.stringify([network, person]))
    .digest('hex');
}
