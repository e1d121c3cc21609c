/**
 * Executes a notebook from top to bottom without a browser, by Jupyter's own means (nbconvert, and our kernel). The file
 * is not changed: a copy of its folder is executed, and what cells write beside the notebook goes with the copy.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { KERNEL_NAME } from '../environment/configure.ts';
import { environmentOf, FOLDERS, NOTEBOOKS, PYTHON, SOURCES } from '../environment/folders.ts';
import { LATE_ERRORS_FILE, type LateError } from '../kernel/late-errors.ts';
import { NOTEBOOK_FOLDER } from '../lib/source/find.ts';
import { type NotebookFile, readNotebook } from './notebook-file.ts';

export interface ExecuteOptions {
  /** For the kernel, besides this process's: where a running Weft is, say. */
  env?: NodeJS.ProcessEnv;
  /** Folders that the notebook finds beside it, by the name under which it knows them. */
  beside?: Readonly<Record<string, string>>;
  /** How long a cell may take. */
  cellTimeoutSeconds: number;
  signal?: AbortSignal;
}

export interface Executed {
  notebook: NotebookFile;
  late: LateError[];
}

/** It did not come to its end. The message says why, in words. */
export class NotExecuted extends Error {
  override readonly name = 'NotExecuted';
}

/** @throws NotExecuted */
export async function executeNotebook(file: string, options: ExecuteOptions): Promise<Executed> {
  const folder = dirname(resolve(file));
  const scratch = await mkdtemp(join(FOLDERS.home, 'check-'));
  try {
    const copy = join(scratch, basename(folder));
    await cp(folder, copy, { recursive: true, filter: (path) => !isLeftOut(path, folder) });
    for (const [name, target] of Object.entries(options.beside ?? {})) {
      await rm(join(copy, name), { recursive: true, force: true });
      await symlink(target, join(copy, name), 'junction');
    }
    const lateErrors = join(scratch, 'late-errors.jsonl');
    const results = join(scratch, 'executed');
    const env = { ...options.env, [LATE_ERRORS_FILE]: lateErrors, [NOTEBOOK_FOLDER]: folder };
    await runNbconvert(join(copy, basename(file)), results, { ...options, env });
    return { notebook: await readNotebook(join(results, basename(file))), late: await readLate(lateErrors) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function isLeftOut(path: string, folder: string): boolean {
  if (path === folder) return false;
  const name = basename(path);
  return name.startsWith('.') || name === 'node_modules' || (folder === resolve(NOTEBOOKS) && SOURCES.includes(name));
}

async function readLate(file: string): Promise<LateError[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as LateError);
}

function runNbconvert(
  file: string,
  results: string,
  { env, cellTimeoutSeconds, signal }: ExecuteOptions,
): Promise<void> {
  const args = [
    ...['-m', 'nbconvert', '--to', 'notebook', '--execute', '--log-level', 'ERROR', '--output-dir', results],
    // All cells, so that what is wrong is read from the outputs; a cell that hangs still ends the run.
    '--allow-errors',
    `--ExecutePreprocessor.kernel_name=${KERNEL_NAME}`,
    `--ExecutePreprocessor.timeout=${cellTimeoutSeconds}`,
    file,
  ];
  return new Promise((resolve, reject) => {
    const environment = environmentOf({ ...process.env, ...env });
    const child = spawn(PYTHON, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment, signal });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', (error) =>
      reject(signal?.aborted ? error : new NotExecuted(`Jupyter cannot be started: ${error.message}`)),
    );
    child.on('close', (code) => (code === 0 ? resolve() : reject(new NotExecuted(reason(said, cellTimeoutSeconds)))));
  });
}

/** Jupyter says everything by a Python traceback; its last line is what happened. */
function reason(said: string, cellTimeoutSeconds: number): string {
  if (/CellTimeoutError|execution timed out/.test(said)) {
    const cell = /# Cell \[(\d+)\]|Cell contents:\s*-+\s*([^\n]*)/.exec(said);
    const which = cell === null ? 'a cell' : `the cell that begins "${(cell[2] ?? cell[1])?.trim()}"`;
    return `${which} took longer than ${cellTimeoutSeconds} seconds`;
  }
  if (/DeadKernelError|Kernel died/.test(said)) return 'its kernel ended before its last cell';
  return said.trim().split('\n').at(-1) ?? 'Jupyter ended without a word';
}
