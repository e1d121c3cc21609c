/**
 * A PostgreSQL for tests: the server of DATABASE_URL_TEST, else a private cluster from Debian's binaries on a free
 * loopback port, in a folder that goes away with it. Each test takes a fresh database, so that none sees another's rows.
 */
import { type ExecFileOptions, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile) as (
  file: string,
  args: string[],
  options?: ExecFileOptions,
) => Promise<{ stdout: string }>;
const DEBIAN_FOLDER = '/usr/lib/postgresql';

export interface TestPostgres {
  /** The URL of a new, empty database. */
  freshDatabase(): Promise<string>;
  /** Drops the databases that were made, and ends the server if it was started here. */
  stop(): Promise<void>;
}

/** Why there is no PostgreSQL to test on; null where there is one. */
export function postgresMissing(): string | null {
  if (process.env.DATABASE_URL_TEST || binaries() !== null) return null;
  return 'set DATABASE_URL_TEST, or install PostgreSQL (apt-get install postgresql)';
}

export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) return onServer(given, async () => {});
  const folder = binaries();
  if (folder === null) throw new Error(`No PostgreSQL: ${postgresMissing()}`);
  return startCluster(folder);
}

async function startCluster(binaryFolder: string): Promise<TestPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'weft-postgres-'));
  // initdb and the server refuse to run as root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout.trim());
    await chown(home, await idOf('-u'), await idOf('-g'));
  }
  const call = (program: string, args: string[]) => {
    const path = join(binaryFolder, program);
    return asRoot
      ? run('runuser', ['-u', 'postgres', '--', path, ...args], { cwd: home })
      : run(path, args, { cwd: home });
  };
  const data = join(home, 'data');
  const port = await freePort();
  await call('initdb', ['-D', data, '-U', 'weft', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']);
  // Durability is PostgreSQL's own affair; tests end with the folder, so they need not wait for the disk.
  const settings = `-c listen_addresses=127.0.0.1 -p ${port} -k ${home} -c fsync=off`;
  await call('pg_ctl', ['-D', data, '-w', '-l', join(home, 'log'), '-o', settings, 'start']);
  return onServer(`postgres://weft@127.0.0.1:${port}/postgres`, async () => {
    await call('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
    await rm(home, { recursive: true });
  });
}

function onServer(url: string, end: () => Promise<void>): TestPostgres {
  const made: string[] = [];
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    async freshDatabase() {
      const name = `weft_test_${randomBytes(6).toString('hex')}`;
      await ask(`create database ${name}`);
      made.push(name);
      const fresh = new URL(url);
      fresh.pathname = `/${name}`;
      return fresh.href;
    },
    async stop() {
      for (const name of made) await ask(`drop database ${name} with (force)`);
      await end();
    },
  };
}

/** The folder of the newest server that Debian installed. */
function binaries(): string | null {
  if (!existsSync(DEBIAN_FOLDER)) return null;
  const versions = readdirSync(DEBIAN_FOLDER)
    .map(Number)
    .filter((version) => existsSync(join(DEBIAN_FOLDER, String(version), 'bin', 'initdb')));
  return versions.length === 0 ? null : join(DEBIAN_FOLDER, String(Math.max(...versions)), 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
