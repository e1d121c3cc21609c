/** `weft bench --install`: a Python environment of the bench's own with the tools that Weft is compared with. */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkSaysNo } from '../failures.ts';
import { environmentFolder, pathOf } from './tools.ts';

/** @returns the environment's folder. @throws WorkSaysNo with the way out. */
export async function installPeers(say: (line: string) => void): Promise<string> {
  const folder = environmentFolder();
  await mkdir(folder, { recursive: true });
  say(`making a Python environment in ${folder}`);
  await step('python3', ['-m', 'venv', folder], 'Install Python 3.11 or newer with its venv module (python3-venv).');
  say('installing igraph, networkx, networkit, cynetdiff, duckdb and numpy');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const list = pathOf('peers/python/requirements.txt');
  await step(join(folder, 'bin', 'python'), [...pip, '-r', list], 'See above what pip says; a network is needed once.');
  return folder;
}

function step(file: string, args: readonly string[], wayOut: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => reject(new WorkSaysNo(`${file} ${args.slice(0, 2).join(' ')} ${why}. ${wayOut}`));
    const child = spawn(file, args, { stdio: ['ignore', 2, 2] });
    child.on('error', () => refuse('cannot be started'));
    child.on('close', (code) => (code === 0 ? resolve() : refuse(`ended with ${code}`)));
  });
}
