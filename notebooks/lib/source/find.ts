/**
 * Finding things from a notebook: a path is looked for in the notebook's own folder, then in the project's, because
 * nobody can be expected to know from which of the two the kernel was started.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the running store, where nobody says otherwise. */
const DATA_DIR = '.weft';

/**
 * Set where a copy of the notebook's folder is executed: the folder itself, from which `../survey` still leads to the
 * survey.
 */
export const NOTEBOOK_FOLDER = 'WEFT_NOTEBOOK_FOLDER';

/** Folders in which a relative path is looked for, in this order. */
export function lookedIn(): string[] {
  const here = process.cwd();
  const copied = process.env[NOTEBOOK_FOLDER];
  const project = projectFolder(here) ?? projectFolder(dirname(fileURLToPath(import.meta.url)));
  return [...new Set([here, copied, project].filter((folder) => typeof folder === 'string'))];
}

/** The file or folder of that name; null where there is none. */
export function findPath(path: string): string | null {
  return (
    lookedIn()
      .map((folder) => resolve(folder, path))
      .find(existsSync) ?? null
  );
}

export interface StorePlace {
  /** The data folder, also where the facts themselves are in a server's database. */
  dataDir: string;
  /** Whether there is a store to read. */
  exists: boolean;
}

/** The store that is meant: by what was said, by WEFT_DATA, else `.weft` beside the notebook or in the project. */
export function findStore(said: string | undefined, env: NodeJS.ProcessEnv = process.env): StorePlace {
  const { WEFT_DATA: fromOutside, DATABASE_URL: databaseUrl } = env;
  const wanted = said ?? (isGiven(fromOutside) ? fromOutside : DATA_DIR);
  const found = findPath(wanted);
  return { dataDir: found ?? resolve(lookedIn().at(-1)!, wanted), exists: found !== null || isGiven(databaseUrl) };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

/** The nearest folder above that holds Weft's notebooks. */
function projectFolder(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'notebooks', 'lib', 'index.ts'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}
