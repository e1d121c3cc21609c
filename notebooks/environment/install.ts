/**
 * Makes the notebooks' Python environment, once. What is done is stamped last, with all that it hangs on: an install that
 * was cut off, a changed list of packages, a moved checkout and a Python that is gone are all seen, and it is made anew.
 * Two starts at once wait for each other.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from 'proper-lockfile';
import { NoNotebookEnvironment } from './environment-error.ts';
import { findMaker, type Maker } from './find-python.ts';
import { environmentOf, FOLDERS, PYTHON } from './folders.ts';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const STAMP = join(FOLDERS.python, 'installed-by-weft.txt');
/** Another start may be installing: some minutes on a slow line. */
const WAIT = { retries: 300, minTimeout: 1_000, maxTimeout: 2_000, factor: 1 };

/** @returns whether something had to be installed. @throws NoNotebookEnvironment */
export async function ensureEnvironment(say: (line: string) => void): Promise<boolean> {
  const stamp = await stampOfNow();
  if (await isInstalled(stamp)) return false;
  await mkdir(FOLDERS.home, { recursive: true });
  const release = await lock(FOLDERS.home, { retries: WAIT, stale: 30_000 });
  try {
    if (await isInstalled(stamp)) return false;
    const maker = findMaker();
    say(`installing JupyterLab into ${FOLDERS.python} (once; about half a minute)`);
    await rm(FOLDERS.python, { recursive: true, force: true });
    await make(maker);
    await writeFile(STAMP, stamp);
    return true;
  } finally {
    await release();
  }
}

async function stampOfNow(): Promise<string> {
  const requirements = await readFile(REQUIREMENTS);
  return `${createHash('sha256').update(requirements).digest('hex')} ${FOLDERS.python}\n`;
}

async function isInstalled(stamp: string): Promise<boolean> {
  if (!existsSync(STAMP) || !existsSync(PYTHON)) return false;
  return (await readFile(STAMP, 'utf8')) === stamp;
}

async function make({ kind, command }: Maker): Promise<void> {
  if (kind === 'uv') {
    await step(command, ['venv', '--quiet', '--python', '>=3.10', FOLDERS.python]);
    await step(command, ['pip', 'install', '--quiet', '--python', PYTHON, '--requirement', REQUIREMENTS]);
  } else {
    await step(command, ['-m', 'venv', FOLDERS.python]);
    await step(PYTHON, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--requirement',
      REQUIREMENTS,
    ]);
  }
}

function step(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void => {
      const way = 'See above what it says; a network is needed once, and the next try begins anew.';
      reject(new NoNotebookEnvironment(`${command} ${args.slice(0, 3).join(' ')} ${why}. ${way}`));
    };
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], env: environmentOf(process.env) });
    child.on('error', () => refuse('cannot be started'));
    child.on('close', (code, signal) => (code === 0 ? resolve() : refuse(`ended with ${code ?? signal}`)));
  });
}
