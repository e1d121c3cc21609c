/**
 * The people store in SQL: one code for SQLite and PostgreSQL. Every person has a random key of their own; details and
 * words are sealed under it, and it is wrapped by the master key. People are found by keyed hash.
 */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Dialect, OpenDatabase } from '../store/database.ts';
import { assertJson, canonicalJson } from '../store/json.ts';
import { scrubPostgres } from '../store/postgres.ts';
import { scrubSqlite } from '../store/sqlite.ts';
import { isOpaqueCode, normalName } from './names.ts';
import { PeopleError } from './people-error.ts';
import type { PeopleStore, PersonDetails } from './people-store.ts';
import { type Rounds, rounds } from './rounds.ts';
import { type MasterKeys, newPersonKey, type Place, seal, unseal } from './sealing.ts';
import type { PeopleTables, PersonRow } from './tables.ts';

export class SqlPeopleStore implements PeopleStore {
  readonly rounds: Rounds;
  readonly #db: Kysely<PeopleTables>;
  readonly #dialect: Dialect;
  readonly #keys: MasterKeys;

  /** The database has the tables of `migrations/`; closing the store closes it. */
  constructor({ db, dialect }: OpenDatabase<PeopleTables>, keys: MasterKeys) {
    this.#db = db;
    this.#dialect = dialect;
    this.#keys = keys;
    this.rounds = rounds(db, dialect, keys);
  }

  async put(network: string, person: string, details: PersonDetails): Promise<void> {
    assertJson({ network, person, details });
    await this.#db.transaction().execute(async (trx) => {
      const { key, details: before } = this.#open(await this.#ensurePerson(trx, network, person));
      const after = merge(before, details);
      await trx
        .updateTable('people_person')
        .set({ details: sealJson(key, after, { network, person, purpose: 'details' }) })
        .where('network', '=', network)
        .where('person', '=', person)
        .execute();
      await trx.deleteFrom('people_lookup').where('network', '=', network).where('person', '=', person).execute();
      const lookups = this.#lookupsOf(network, after);
      if (lookups.length > 0) {
        await trx
          .insertInto('people_lookup')
          .values(lookups.map((lookup) => ({ network, lookup, person })))
          .execute();
      }
    });
  }

  async get(network: string, person: string): Promise<PersonDetails | null> {
    const row = await this.#db
      .selectFrom('people_person')
      .selectAll()
      .where('network', '=', network)
      .where('person', '=', person)
      .executeTakeFirst();
    return row === undefined ? null : this.#open(row).details;
  }

  async list(network: string): Promise<{ person: string; details: PersonDetails }[]> {
    const rows = await this.#db
      .selectFrom('people_person')
      .selectAll()
      .where('network', '=', network)
      .orderBy('person')
      .execute();
    return rows.map((row) => ({ person: row.person, details: this.#open(row).details }));
  }

  /** @throws PeopleError where several people share the address, because guessing would act in another's name. */
  async resolve(network: string, ref: string): Promise<string | null> {
    assertJson({ network, ref });
    const known = await this.#db
      .selectFrom('people_person')
      .select('person')
      .where('network', '=', network)
      .where('person', '=', ref.trim())
      .executeTakeFirst();
    if (known !== undefined) return known.person;
    const called = await this.#db
      .selectFrom('people_lookup')
      .select('person')
      .where('network', '=', network)
      .where('lookup', '=', this.#keys.lookupOf(network, normalName(ref)))
      .orderBy('person')
      .execute();
    if (called.length > 1) {
      const ids = called.map(({ person }) => person).join(', ');
      throw new PeopleError(`Several people of ${network} are called that: ${ids}. Use one of these ids instead.`);
    }
    return called[0]?.person ?? null;
  }

  async idFor(network: string, ref: string): Promise<{ id: string; opaque: boolean }> {
    assertJson({ network, ref });
    const trimmed = ref.trim();
    if (isOpaqueCode(trimmed)) return { id: trimmed, opaque: true };
    if (trimmed === '')
      throw new PeopleError('An empty name identifies nobody: expected a code, a name or an address.');
    return { id: this.#keys.idOf(network, normalName(ref)), opaque: false };
  }

  async sealText(network: string, person: string, text: string): Promise<string> {
    assertJson({ network, person, text });
    const reference = this.#keys.referenceOf(network, person, text);
    await this.#db.transaction().execute(async (trx) => {
      const { key } = this.#open(await this.#ensurePerson(trx, network, person));
      await trx
        .insertInto('people_text')
        .values({ network, reference, person, sealed: sealJson(key, text, textPlace(network, person, reference)) })
        .onConflict((conflict) => conflict.columns(['network', 'reference']).doNothing())
        .execute();
    });
    return reference;
  }

  async textsBy(network: string, person: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('people_text')
      .select('reference')
      .where('network', '=', network)
      .where('person', '=', person)
      .orderBy('reference')
      .execute();
    return rows.map(({ reference }) => reference);
  }

  async openText(network: string, reference: string): Promise<string | null> {
    const row = await this.#db
      .selectFrom('people_text as text')
      .innerJoin('people_person as author', (join) =>
        join.onRef('author.network', '=', 'text.network').onRef('author.person', '=', 'text.person'),
      )
      .select(['author.network', 'author.person', 'author.wrapped_key', 'text.sealed'])
      .where('text.network', '=', network)
      .where('text.reference', '=', reference)
      .executeTakeFirst();
    if (row === undefined) return null;
    return unsealJson<string>(this.#keyOf(row), row.sealed, textPlace(network, row.person, reference));
  }

  /**
   * The scrub that follows the deletion rewrites the file, so that older pages and log do not keep what was deleted. It
   * runs even if nothing was there: an earlier erasure may have been cut off before it.
   */
  async erase(network: string, person: string): Promise<{ details: number; texts: number }> {
    const removed = await this.#db.transaction().execute(async (trx) => {
      const ofPerson = (table: 'people_person' | 'people_lookup' | 'people_text' | 'people_round_asked') =>
        trx.deleteFrom(table).where('network', '=', network).where('person', '=', person).executeTakeFirst();
      const details = await ofPerson('people_person');
      await ofPerson('people_lookup');
      await ofPerson('people_round_asked');
      const texts = await ofPerson('people_text');
      return { details: Number(details.numDeletedRows), texts: Number(texts.numDeletedRows) };
    });
    if (this.#dialect === 'sqlite') await scrubSqlite(this.#db);
    else await scrubPostgres(this.#db, ['people_person', 'people_lookup', 'people_text', 'people_round_asked']);
    return removed;
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }

  /** The person's row, held until the transaction ends; made with a new key where there is none. */
  #ensurePerson(trx: Transaction<PeopleTables>, network: string, person: string): Promise<Selectable<PersonRow>> {
    const key = newPersonKey();
    return trx
      .insertInto('people_person')
      .values({
        network,
        person,
        wrapped_key: seal(this.#keys.wrapping, key, { network, person, purpose: 'key' }),
        details: sealJson(key, {}, { network, person, purpose: 'details' }),
      })
      .onConflict((conflict) => conflict.columns(['network', 'person']).doUpdateSet({ person }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  #keyOf({ network, person, wrapped_key }: Omit<Selectable<PersonRow>, 'details'>): Uint8Array {
    return unseal(this.#keys.wrapping, wrapped_key, { network, person, purpose: 'key' });
  }

  #open(row: Selectable<PersonRow>): { key: Uint8Array; details: PersonDetails } {
    const { network, person } = row;
    const key = this.#keyOf(row);
    return { key, details: unsealJson<PersonDetails>(key, row.details, { network, person, purpose: 'details' }) };
  }

  #lookupsOf(network: string, { ref, email }: PersonDetails): string[] {
    const names = [ref, email].filter((name) => name !== undefined && name.trim() !== '') as string[];
    return [...new Set(names.map((name) => this.#keys.lookupOf(network, normalName(name))))];
  }
}

function merge(before: PersonDetails, amended: PersonDetails): PersonDetails {
  const said = Object.fromEntries(Object.entries(amended).filter(([, value]) => value !== undefined));
  const other = { ...before.other, ...amended.other };
  return { ...before, ...said, ...(Object.keys(other).length > 0 ? { other } : {}) };
}

function textPlace(network: string, person: string, reference: string): Place {
  return { network, person, purpose: `text ${reference}` };
}

function sealJson(key: Uint8Array, value: PersonDetails | string, place: Place): Uint8Array {
  return seal(key, Buffer.from(canonicalJson(value)), place);
}

function unsealJson<Value>(key: Uint8Array, sealed: Uint8Array | ArrayBuffer, place: Place): Value {
  return JSON.parse(Buffer.from(unseal(key, sealed, place)).toString('utf8')) as Value;
}
