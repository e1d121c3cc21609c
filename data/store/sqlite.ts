/**
 * SQLite in a file, by libsql's better-sqlite3 interface.
 *
 * Many processes share the file: the worker writes, command lines and notebooks read, sometimes several write. SQLite
 * lets one write at a time and refuses the others with SQLITE_BUSY, which must never reach a caller. Two rules see to it:
 * every transaction that may write takes the write lock at its start (`BEGIN IMMEDIATE`; an upgrade in the middle can be
 * refused for good), and it waits for the lock without blocking the event loop. Waiting inside SQLite would block the
 * very thread that another connection of this process needs to finish its own transaction.
 */
import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import Database from 'libsql';
import type { Outlives } from './outlives.ts';

/** A writer that waits this long is stuck behind a process that hangs: say so instead of waiting for ever. */
const LONGEST_WAIT_MS = 120_000;
/** Readers only wait while another process recovers or removes the write-ahead log: milliseconds. */
const READER_WAIT_MS = 10_000;
/** More than the different statements that the stores have. */
const MOST_STATEMENTS = 100;

/** Opens (or creates) the file, readable by its owner alone, in a folder that is created for its owner alone. */
export async function openSqlite<Tables>(file: string, outlives: Outlives = 'power-cuts'): Promise<Kysely<Tables>> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Created before SQLite does, so that it is never readable by others; its -wal and -shm files take over the mode.
  await createEmpty(file);
  await chmod(file, 0o600);
  const database = new Database(file);
  try {
    // Changing the journal's mode ignores the busy timeout when two processes open a new file at once.
    await whileBusy(() => database.exec('pragma journal_mode = WAL'));
    database.exec(`pragma busy_timeout = ${READER_WAIT_MS}`);
    database.exec(`pragma synchronous = ${outlives === 'crashes' ? 'NORMAL' : 'FULL'}`);
    database.exec('pragma foreign_keys = ON');
    database.exec('pragma secure_delete = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new SharedFileDialect({ database: thrifty(database) }) });
}

/**
 * Only a file that is not there is opened. Closing any handle of a file drops all locks that this process has on it,
 * those of SQLite's own connections too: another process would then think itself alone, and remove the write-ahead log
 * with what has been written to it.
 */
async function createEmpty(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Runs `act` on one connection inside one write transaction. For what Kysely refuses to run inside a transaction of its
 * own: its migrator.
 */
export async function inWriteTransaction<Tables>(
  db: Kysely<Tables>,
  act: (connection: Kysely<Tables>) => Promise<void>,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    await beginImmediate(connection);
    try {
      await act(connection);
      await connection.executeQuery(CompiledQuery.raw('commit'));
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
      throw error;
    }
  });
}

/** Rewrites the file without what was deleted, and empties the write-ahead log, which still had the older pages. */
export async function scrubSqlite<Tables>(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute((connection) =>
    withoutBlocking(connection, async () => {
      await whileBusy(() => connection.executeQuery(CompiledQuery.raw('vacuum')));
      await whileBusy(async () => {
        const checkpoint = CompiledQuery.raw('pragma wal_checkpoint(truncate)');
        const { rows } = await connection.executeQuery<{ busy: number }>(checkpoint);
        if (rows[0]?.busy !== 0) throw new BusyLog();
      });
    }),
  );
}

/**
 * libsql frees a statement only when it is collected as garbage. Until then one that SQLite refused as busy stays open,
 * and no transaction can commit ("SQL statements in progress"): those that may be refused go through `exec`, which
 * closes them. The others are kept and used again, which also spares SQLite to read the same text twice.
 */
function thrifty(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const reuse = (text: string): SqliteStatement => {
    const statement = kept.get(text) ?? (database.prepare(text) as SqliteStatement);
    kept.delete(text);
    kept.set(text, statement);
    // A map remembers the order of insertion: the first is the one that was not used for longest.
    if (kept.size > MOST_STATEMENTS) kept.delete(kept.keys().next().value as string);
    return statement;
  };
  const execute = (text: string): SqliteStatement => ({
    reader: false,
    run() {
      database.exec(text);
      return { changes: 0, lastInsertRowid: 0 };
    },
    all: () => [],
    iterate: () => [].values(),
  });
  return {
    prepare: (text) => (/^(begin|commit|rollback|vacuum)\b/.test(text) ? execute(text) : reuse(text)),
    close() {
      kept.clear();
      database.close();
    },
  };
}

class SharedFileDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new SharedFileDriver(this.#config);
  }
}

class SharedFileDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    if (settings?.accessMode === 'read only') {
      await connection.executeQuery(CompiledQuery.raw('begin'));
      return;
    }
    await beginImmediate(connection);
  }
}

/** A reader still needs older pages of the write-ahead log, so that it cannot be emptied yet. */
class BusyLog extends Error {
  readonly code = 'SQLITE_BUSY';
}

/** What the driver's connection and Kysely's have in common. */
interface Connection {
  executeQuery(query: CompiledQuery): Promise<unknown>;
}

function beginImmediate(connection: Connection): Promise<void> {
  return withoutBlocking(connection, () =>
    whileBusy(() => connection.executeQuery(CompiledQuery.raw('begin immediate'))),
  );
}

/** Lets SQLite refuse at once instead of holding the thread while it waits. */
async function withoutBlocking(connection: Connection, act: () => Promise<unknown>): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw('pragma busy_timeout = 0'));
  try {
    await act();
  } finally {
    await connection.executeQuery(CompiledQuery.raw(`pragma busy_timeout = ${READER_WAIT_MS}`));
  }
}

async function whileBusy<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now();
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 25)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() - start > LONGEST_WAIT_MS) {
        throw new Error(
          `The database file was in use by another process for ${LONGEST_WAIT_MS / 1000} s. End that process and try again.`,
          { cause: error },
        );
      }
    }
    // Without some unevenness two processes that wait can keep missing the same gaps.
    await wait(pauseMs * (0.5 + Math.random()));
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
