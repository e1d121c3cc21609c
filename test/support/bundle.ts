/**
 * The workflow bundle, built once for a test run however many files ask: kept in the temporary folder under the hash
 * of everything it is made from, so that a changed source is never tested as it was.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definitionsPath, type WorkflowBundle, workflowBundle } from '../../workflows/host/bundle.ts';
import { withLock } from '../../workflows/host/process/lock.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** All that the sandbox may import of ours, what builds it, and the exact packages. */
const sources = ['workflows/definitions', 'workflows/contract', 'data/records', 'workflows/host/bundle.ts'];
const lockFile = 'package-lock.json';
const buildLimitMs = 120_000;

export interface BundleOptions {
  /** By default the project's own workflows; a test may name another file, which is hashed with its whole folder. */
  workflowsPath?: string;
  /** Files of interceptors that the workflows run with. */
  interceptors?: string[];
}

export async function bundle({
  workflowsPath = definitionsPath,
  interceptors = [],
}: BundleOptions = {}): Promise<WorkflowBundle> {
  const own = workflowsPath === definitionsPath ? [] : [dirname(workflowsPath)];
  const digest = await digestOf(
    [...sources.map((path) => join(root, path)), ...own, ...interceptors, join(root, lockFile)],
    [workflowsPath, ...interceptors].join(),
  );
  const folder = join(tmpdir(), `weft-bundles-${process.getuid?.() ?? 'user'}`);
  const file = join(folder, `${digest}.js`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = await read(file);
  if (kept !== null) return { code: kept };
  return withLock(file, { waitMs: buildLimitMs }, async () => {
    const built = await read(file);
    if (built !== null) return { code: built };
    const fresh = await workflowBundle(workflowsPath, interceptors);
    await writeFile(`${file}.${process.pid}`, fresh.code);
    await rename(`${file}.${process.pid}`, file);
    return fresh;
  });
}

async function digestOf(paths: string[], entry: string): Promise<string> {
  const hash = createHash('sha256').update(entry);
  for (const path of paths) {
    for (const file of await filesIn(path)) hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 24);
}

/** A file itself, or all files below a folder in one order; none where it does not exist. */
async function filesIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return files.sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
