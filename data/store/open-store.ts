/** Opens the record store where the data is, creating it the first time and bringing its tables up to date. */
import { type DatabasePlace, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { STORE_MIGRATIONS } from './migrations/index.ts';
import type { RecordStore } from './record-store.ts';
import { SqlStore, type StoreOptions } from './sql-store.ts';
import type { StoreTables } from './tables.ts';

export async function openStore(place: DatabasePlace, options: StoreOptions = {}): Promise<RecordStore> {
  const database = await openDatabase<StoreTables>(place);
  try {
    await migrate(database, 'store', STORE_MIGRATIONS);
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
  return new SqlStore(database, options);
}
