/** Opens the people store beside the facts, and makes sure that the master key is the one its data was sealed under. */
import { type DatabasePlace, type OpenDatabase, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { PEOPLE_MIGRATIONS } from './migrations/index.ts';
import { PeopleError } from './people-error.ts';
import type { PeopleStore } from './people-store.ts';
import { MasterKeys } from './sealing.ts';
import { SqlPeopleStore } from './sql-people-store.ts';
import type { PeopleTables } from './tables.ts';

/** @throws PeopleError where the master key is another one than the data was sealed under. */
export async function openPeople(place: DatabasePlace & { masterKey: Uint8Array }): Promise<PeopleStore> {
  const keys = new MasterKeys(place.masterKey);
  const database = await openDatabase<PeopleTables>(place);
  try {
    await migrate(database, 'people', PEOPLE_MIGRATIONS);
    await assertMaster(database, keys);
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
  return new SqlPeopleStore(database, keys);
}

/** The first key that opens an empty store becomes its key. Found out now, before new people are sealed under another. */
async function assertMaster({ db }: OpenDatabase<PeopleTables>, { fingerprint }: MasterKeys): Promise<void> {
  const master = await db.transaction().execute((trx) =>
    trx
      .insertInto('people_master')
      .values({ id: 1, fingerprint })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: 1 }))
      .returning('fingerprint')
      .executeTakeFirstOrThrow(),
  );
  if (master.fingerprint !== fingerprint) {
    throw new PeopleError(
      'The master key is not the one that the people in this database were sealed under. ' +
        'Put back the master.key (or WEFT_MASTER_KEY) that belongs to it; without it nobody can read their details.',
    );
  }
}
