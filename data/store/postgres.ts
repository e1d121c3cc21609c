/** PostgreSQL, for when several machines share one store: `DATABASE_URL=postgres://…`. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export function openPostgres<Tables>(databaseUrl: string): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8, application_name: 'weft' });
  // An idle connection that the server drops raises an event nobody waits for, which would end the process; the next
  // query opens a new connection, and reports by itself if that fails.
  pool.on('error', () => {});
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
