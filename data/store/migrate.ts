/**
 * Brings the tables up to date when a database is opened. Several processes may open it at the same moment.
 *
 * Kysely's migrator locks on PostgreSQL, but not on SQLite, where it also runs without a transaction: two processes
 * would both create the tables, and one that dies half-way leaves half of them. Here the whole run is one transaction
 * that holds SQLite's write lock.
 */
import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely';
import type { Dialect, OpenDatabase } from './database.ts';
import { inWriteTransaction } from './sqlite.ts';

/** Numbered changes of the tables; one that was released is never edited, a new one is added. */
export type Migrations = Record<`${number}-${string}`, (dialect: Dialect) => Migration>;

/** `family` names the table that remembers which migrations ran: facts and people each have their own. */
export async function migrate<Tables>(
  { db, dialect }: OpenDatabase<Tables>,
  family: string,
  migrations: Migrations,
): Promise<void> {
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries(Object.entries(migrations).map(([name, migration]) => [name, migration(dialect)])),
  };
  const run = async (on: Kysely<Tables>) => {
    const { error } = await new Migrator({
      db: on,
      provider,
      migrationTableName: `${family}_migration`,
      migrationLockTableName: `${family}_migration_lock`,
    }).migrateToLatest();
    if (error !== undefined) {
      throw new Error(
        `The ${family} tables of the database could not be brought up to date: ${messageOf(error)}. ` +
          'If a newer version of Weft wrote this database, use that version.',
        { cause: error },
      );
    }
  };
  if (dialect === 'sqlite') await inWriteTransaction(db, run);
  else await run(db);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
