/** Opens JupyterLab on a folder of notebooks, on this machine alone and with its token, until it ends or is asked to. */
import { spawn } from 'node:child_process';
import { configureJupyter } from './configure.ts';
import { ensurePackageTypes } from './ensure-types.ts';
import { NoNotebookEnvironment } from './environment-error.ts';
import { environmentOf, NOTEBOOKS, PYTHON } from './folders.ts';
import { ensureEnvironment } from './install.ts';
import { trustNotebooks } from './trust.ts';

export interface LabOptions {
  /** Default: the notebooks that ship with the project. */
  folder?: string;
  /** A notebook in it that is opened first. */
  first?: string;
  port?: number;
  browser: boolean;
  say(line: string): void;
  /** Where a running Weft is, for cells that ask for it. */
  env?: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/** @returns when JupyterLab has ended. @throws NoNotebookEnvironment where it cannot be started. */
export async function openLab({
  folder = NOTEBOOKS,
  first,
  port,
  browser,
  say,
  env,
  signal,
}: LabOptions): Promise<void> {
  await ensureEnvironment(say);
  ensurePackageTypes(say);
  await configureJupyter();
  await trustNotebooks();
  if (signal.aborted) return;
  const args = [
    '-m',
    'jupyterlab',
    `--ServerApp.root_dir=${folder}`,
    ...(first === undefined ? [] : [`--LabApp.default_url=/lab/tree/${encodeURIComponent(first)}`]),
    ...(browser ? [] : ['--no-browser']),
    // In most containers there is nobody else; it listens on this machine alone, and asks for its token.
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
    ...(port === undefined ? [] : [`--port=${port}`, '--ServerApp.port_retries=0']),
  ];
  await new Promise<void>((resolve, reject) => {
    const environment = environmentOf({ ...process.env, ...env });
    // Its own group: Ctrl-C reaches us, and we ask it to end, once; twice it would ask back.
    const lab = spawn(PYTHON, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      cwd: folder,
      env: environment,
      detached: true,
    });
    signal.addEventListener('abort', () => lab.kill('SIGTERM'));
    lab.on('error', ({ message }) => reject(new NoNotebookEnvironment(`JupyterLab cannot be started: ${message}`)));
    lab.on('close', (code) => {
      if (code === 0 || signal.aborted) resolve();
      else reject(new NoNotebookEnvironment(`JupyterLab ended with ${code}; above it says why`));
    });
  });
}
