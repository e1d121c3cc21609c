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
import type { DatabasePlace } from '../../data/store/index.ts';

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

/** Makes the folders, and takes rights away from others where a folder was made earlier by somebody else's rules. */
export async function preparePaths({ dataDir, reports, outbox, logs }: Paths): Promise<void> {
  for (const folder of [dataDir, reports, outbox, logs]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  }
}

/** Facts and people: a PostgreSQL server where DATABASE_URL names one, else the file in the data folder. */
export function databasePlace({ database }: Paths, env: NodeJS.ProcessEnv): DatabasePlace {
  const { DATABASE_URL: databaseUrl } = env;
  return databaseUrl === undefined || databaseUrl === '' ? { file: database } : { databaseUrl };
}
