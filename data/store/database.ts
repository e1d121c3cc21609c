/** Where the data is: a SQLite file, or a PostgreSQL server. Facts and people open it alike. */
import { type Kysely, sql } from 'kysely';
import type { Outlives } from './outlives.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** `outlives`: power cuts, unless it is said otherwise. */
export type DatabasePlace = { file: string; outlives?: Outlives } | { databaseUrl: string };
export type Dialect = 'sqlite' | 'postgres';

export interface OpenDatabase<Tables> {
  db: Kysely<Tables>;
  dialect: Dialect;
}

export async function openDatabase<Tables>(place: DatabasePlace): Promise<OpenDatabase<Tables>> {
  if ('file' in place) return { db: await openSqlite<Tables>(place.file, place.outlives), dialect: 'sqlite' };
  return { db: openPostgres<Tables>(place.databaseUrl), dialect: 'postgres' };
}

/**
 * The names of the column types that differ. Text compares by code point in both, whatever the server's language: the
 * order of subjects and instants must not depend on where the store runs.
 */
export function columnTypes(dialect: Dialect) {
  return dialect === 'sqlite'
    ? { text: sql`text`, bytes: sql`blob` }
    : { text: sql`text collate "C"`, bytes: sql`bytea` };
}
