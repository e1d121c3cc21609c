/** Runs the same tests on SQLite and on PostgreSQL; the latter is skipped, with the reason in its title, where there is none. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { DatabasePlace } from '../../../data/store/index.ts';
import { postgresMissing, startPostgres, type TestPostgres } from '../../support/postgres.ts';

/** A test here takes well under a second; machines that run everything at once take longer. */
const SLOW_MACHINE_MS = 60_000;

export interface Backend {
  name: 'SQLite' | 'PostgreSQL';
  /** A place where no database is yet. */
  fresh(): Promise<DatabasePlace>;
}

export function onEachBackend(law: string, tests: (backend: Backend) => void): void {
  describe(`${law}: on SQLite`, { timeout: SLOW_MACHINE_MS }, () => {
    let folder: string;
    let made = 0;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'weft-store-'));
    });
    afterAll(() => rm(folder, { recursive: true }));
    tests({
      name: 'SQLite',
      async fresh() {
        made += 1;
        return { file: join(folder, String(made), 'weft.sqlite') };
      },
    });
  });

  const missing = postgresMissing();
  const title = `${law}: on PostgreSQL${missing === null ? '' : ` (skipped: ${missing})`}`;
  describe.skipIf(missing !== null)(title, { timeout: SLOW_MACHINE_MS }, () => {
    let server: TestPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server.stop(), 60_000);
    tests({ name: 'PostgreSQL', fresh: async () => ({ databaseUrl: await server.freshDatabase() }) });
  });
}
