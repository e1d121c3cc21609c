/**
 * The types that cells see follow the sources: `npm ci` writes them, and a start of the notebooks writes them anew where a
 * source has changed since. That is told by the sources' bytes, as times of files differ from machine to machine.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NoNotebookEnvironment } from './environment-error.ts';
import { PROJECT } from './folders.ts';

/** All that a type of the library can hang on. */
const SOURCES = ['notebooks/lib', 'notebooks/environment', 'analysis', 'data', 'workflows'];
/** Lies among the types: it goes when they go. */
export const TYPES_STAMP = join(PROJECT, 'notebooks', 'lib', 'types', 'written-from.txt');

/** Writes the types where they are not those of the sources. @throws NoNotebookEnvironment */
export function ensurePackageTypes(say: (line: string) => void): void {
  if (existsSync(TYPES_STAMP) && readFileSync(TYPES_STAMP, 'utf8') === sourcesStamp()) return;
  say("writing the package's types");
  // In a process of its own: the compiler takes hundreds of megabytes, and JupyterLab runs for hours.
  const script = fileURLToPath(new URL('write-types.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    cwd: PROJECT,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new NoNotebookEnvironment("the package's types cannot be written; above it says why");
}

export function sourcesStamp(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    for (const file of readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith('.ts') || file.endsWith('.d.ts') || file.includes('node_modules')) continue;
      hash.update(file).update(readFileSync(join(PROJECT, folder, file)));
    }
  }
  return `${hash.digest('hex')}\n`;
}
