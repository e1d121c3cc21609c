/** Runs the real command in a process of its own, in a folder of its own, and says how it ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const WEFT = fileURLToPath(new URL('../../cli/weft.mjs', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export function weft(cwd: string, args: readonly string[], command = WEFT): Promise<Ended> {
  return startWeftProcess(cwd, args, command).ended;
}

export interface Running {
  process: ChildProcess;
  /** What it has said on standard output by now. */
  said(): string;
  ended: Promise<Ended>;
}

export function startWeftProcess(cwd: string, args: readonly string[], command = WEFT): Running {
  // What the machine's owner has set is not for the test: these would lead it to another Weft.
  const { TEMPORAL_ADDRESS: _address, DATABASE_URL: _database, ...env } = process.env;
  const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { process: child, said: () => out, ended };
}

/** A folder that is gone after the file's tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
