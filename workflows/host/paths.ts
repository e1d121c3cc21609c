/**
 * Where things lie in a data folder. It holds what people wrote and who they are, so only its owner reads it.
 *
 * ```
 * <data>/weft.db        facts, people, inbox        <data>/reports/<network>/<check>.html|.md|.json
 * <data>/master.key     wraps every person's key     <data>/outbox/<network>.<notice>.eml
 * <data>/temporal/      the embedded server's file   <data>/logs/
 * ```
 */
import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DatabasePlace, Outlives } from '../../data/store/index.ts';

export interface Paths {
  dataDir: string;
  database: string;
  reports: string;
  outbox: string;
  logs: string;
}

export function pathsOf(dataDir: string): Paths {
  const root = resolve(dataDir);
  return {
    dataDir: root,
    database: join(root, 'weft.db'),
    reports: join(root, 'reports'),
    outbox: join(root, 'outbox'),
    logs: join(root, 'logs'),
  };
}

/** Nothing can be kept where the data is meant to lie. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
}

/**
 * Makes the folders, and takes rights away from others where a folder was made earlier by somebody else's rules.
 * @throws DataFolderUnusable
 */
export async function preparePaths({ dataDir, reports, outbox, logs }: Paths): Promise<void> {
  try {
    for (const folder of [dataDir, reports, outbox, logs]) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
    }
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const why = WHY_UNUSABLE[code] ?? `the system says ${code}`;
    throw new DataFolderUnusable(`${dataDir} cannot be the data folder: ${why}. Name another: --data DIR`);
  }
}

const WHY_UNUSABLE: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
};

/** Facts and people: a PostgreSQL server where DATABASE_URL names one, else the file in the data folder. */
export function databasePlace({ database }: Paths, env: NodeJS.ProcessEnv): DatabasePlace {
  const { DATABASE_URL: databaseUrl } = env;
  if (databaseUrl !== undefined && databaseUrl !== '') return { databaseUrl };
  return { file: database, outlives: outlivesOf(env) };
}

/** In the environment, so that worker and command lines of a demonstration are told alike. */
export const OUTLIVES_VARIABLE = 'WEFT_OUTLIVES';

/** Power cuts, unless it is a demonstration's: whoever sets nothing never loses anything. */
export function outlivesOf({ [OUTLIVES_VARIABLE]: said }: NodeJS.ProcessEnv): Outlives {
  return said === 'crashes' ? 'crashes' : 'power-cuts';
}
