/**
 * The embedded server's folder, `<dataDir>/temporal`: its file, its ports, its version, who runs it.
 *
 * A server cannot upgrade its own SQLite file, and another kind of server names its cluster differently, so what made
 * the file is written beside it and anything else is refused with words instead of a crash (or worse, no crash).
 */
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const DataVersion = z.object({
  kind: z.enum(['official', 'cli']),
  version: z.string(),
  /** A name that no other server has: whoever answers on our port is asked for it before being believed. */
  cluster: z.string(),
});
export type DataVersion = z.infer<typeof DataVersion>;

const RunningRecord = z.object({
  pid: z.number().int(),
  /** The process that started it: a server whose parent is another one is an orphan. */
  ownerPid: z.number().int(),
  address: z.string(),
});
export type RunningRecord = z.infer<typeof RunningRecord>;

/** The data was made by another server than the one at hand. */
export class DataVersionMismatch extends Error {
  override readonly name = 'DataVersionMismatch';
  constructor(dataDir: string, made: { kind: string; version: string }, here: { kind: string; version: string }) {
    super(
      `The Temporal data in ${join(dataDir, 'temporal')} was made by the ${made.kind} server ${made.version}, and the server here is the ${here.kind} ${here.version}. A server cannot change the file of another version: start with server ${made.version} again (empty the cache folder or put it on PATH), or move the folder away to begin with no running workflows (the facts are kept apart and stay).`,
    );
  }
}

export function temporalDir(dataDir: string): string {
  return join(dataDir, 'temporal');
}

export function databaseFile(dataDir: string): string {
  return join(temporalDir(dataDir), 'temporal.db');
}

/** A folder that only its owner reads, also where it was made earlier with other rights. */
export async function makePrivateDir(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}

export function readDataVersion(dataDir: string): Promise<DataVersion | null> {
  return readJson(join(temporalDir(dataDir), 'version.json'), DataVersion);
}

export function writeDataVersion(dataDir: string, version: DataVersion): Promise<void> {
  return writeJson(join(temporalDir(dataDir), 'version.json'), version);
}

export function readRunning(dataDir: string): Promise<RunningRecord | null> {
  return readJson(join(temporalDir(dataDir), 'running.json'), RunningRecord);
}

export function writeRunning(dataDir: string, record: RunningRecord): Promise<void> {
  return writeJson(join(temporalDir(dataDir), 'running.json'), record);
}

export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} cannot be read (${(error as Error).message}); restore it from a backup.`);
  }
}

/** Written aside and renamed: a process killed midway leaves the old file, never half a new one. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(aside, path);
}
