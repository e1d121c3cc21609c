/** What can make a Python environment on this machine: uv, or a Python from 3.10 on with its venv module. */
import { spawnSync } from 'node:child_process';
import { NoNotebookEnvironment } from './environment-error.ts';

export type Maker = { kind: 'uv'; command: string } | { kind: 'venv'; command: string };

/** Newest first; `python3` and `python` may be anything. */
const PYTHONS =
  process.platform === 'win32'
    ? ['py', 'python', 'python3']
    : ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3', 'python'];

/** Debian has venv without ensurepip unless python3-venv is installed: then it fails half-way. */
const IS_FIT = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)';

export interface Trial {
  /** Whether a command runs and ends well. */
  succeeds(command: string, args: readonly string[]): boolean;
  platform: NodeJS.Platform;
}

const onThisMachine: Trial = {
  succeeds: (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0,
  platform: process.platform,
};

/** @throws NoNotebookEnvironment with the command to type. */
export function findMaker({ succeeds, platform }: Trial = onThisMachine): Maker {
  if (succeeds('uv', ['--version'])) return { kind: 'uv', command: 'uv' };
  const python = PYTHONS.find((command) => succeeds(command, ['-c', IS_FIT]));
  if (python !== undefined) return { kind: 'venv', command: python };
  const why = PYTHONS.some((command) => succeeds(command, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']))
    ? 'The Python here lacks its venv module.'
    : 'There is none here.';
  throw new NoNotebookEnvironment(
    `Notebooks need Python 3.10 or newer with venv, or uv. ${why}\n${wayOut(platform, succeeds).join('\n')}\nThen try again.`,
  );
}

function wayOut(platform: NodeJS.Platform, succeeds: Trial['succeeds']): string[] {
  const uv = '  or, without rights on the machine: https://docs.astral.sh/uv/getting-started/installation/';
  if (platform === 'darwin') return ['  brew install python', uv];
  if (platform === 'win32') return ['  winget install Python.Python.3.13', uv];
  if (succeeds('apt-get', ['--version'])) return ['  sudo apt-get install -y python3-venv', uv];
  if (succeeds('dnf', ['--version'])) return ['  sudo dnf install -y python3', uv];
  if (succeeds('apk', ['--version'])) return ['  sudo apk add python3 py3-pip', uv];
  if (succeeds('pacman', ['--version'])) return ['  sudo pacman -S python', uv];
  return ["  with the system's packages: python3 and its venv module", uv];
}
