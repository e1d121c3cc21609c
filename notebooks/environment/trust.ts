/**
 * Tells Jupyter that the notebooks of this checkout are ours: pictures that they were saved with are shown before anything
 * is run. Notebooks from elsewhere stay as Jupyter treats them, and what a cell outputs here is trusted as it runs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoNotebookEnvironment } from './environment-error.ts';
import { environmentOf, FOLDERS, NOTEBOOKS, PYTHON } from './folders.ts';

const TRUSTED = join(FOLDERS.home, 'trusted.txt');

/** The notebooks that ship with the project, in the order of their names. */
export async function shippedNotebooks(): Promise<string[]> {
  const names = await readdir(NOTEBOOKS);
  return names
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
    .map((name) => join(NOTEBOOKS, name));
}

/** Asking takes Python a second, so that it is done only where one of them has changed. */
export async function trustNotebooks(): Promise<void> {
  const files = await shippedNotebooks();
  if (files.length === 0) return;
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(file));
  const stamp = hash.digest('hex');
  if ((await readFile(TRUSTED, 'utf8').catch(() => '')) === stamp) return;
  await trust(files);
  await writeFile(TRUSTED, stamp);
}

function trust(files: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(PYTHON, ['-m', 'jupyter', 'trust', ...files], {
      stdio: ['ignore', 'ignore', 2],
      env: environmentOf(process.env),
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new NoNotebookEnvironment(`jupyter trust ended with ${code}; above it says why`)),
    );
  });
}
