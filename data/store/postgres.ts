/** PostgreSQL, for when several machines share one store: `DATABASE_URL=postgres://…`. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

export function openPostgres<Tables>(databaseUrl: string): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8, application_name: 'weft' });
  // An idle connection that the server drops raises an event nobody waits for, which would end the process; the next
  // query opens a new connection, and reports by itself if that fails.
  pool.on('error', () => {});
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Rewrites tables without what was deleted; a plain vacuum would only mark the space as free. */
export async function scrubPostgres<Tables>(db: Kysely<Tables>, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(db);
}
