/**
 * Tells Jupyter what it must know of this checkout: the kernel, and how JupyterLab behaves. Written at every start, since
 * Node may have moved. All of it lies in the environment and in folders of the checkout.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FOLDERS, NOTEBOOKS, SOURCES } from './folders.ts';

/** What a notebook's metadata calls its kernel. */
export const KERNEL_NAME = 'weft';

/** Node 22 can do without that account where one asks for it; Node 24 does. */
const CONTEXT_WITHOUT_HOOKS = process.allowedNodeEnvironmentFlags.has('--experimental-async-context-frame');

export async function configureJupyter(): Promise<void> {
  await Promise.all([
    // Jupyter runs a script of Node's older kind; beneath our package.json it would be taken for one of the newer.
    writeJson(join(FOLDERS.home, 'package.json'), { private: true, type: 'commonjs' }),
    writeJson(join(FOLDERS.share, 'kernels', KERNEL_NAME, 'kernel.json'), kernelSpec()),
    writeJson(join(FOLDERS.config, 'jupyter_server_config.json'), serverConfig()),
    writeJson(join(FOLDERS.share, 'lab', 'settings', 'overrides.json'), labSettings()),
  ]);
}

/** What starts a kernel. @param connectionFile what Jupyter writes, or its placeholder. */
export function kernelCommand(connectionFile: string): string[] {
  return [
    process.execPath,
    // An interrupted loop leaves Node's account of asynchronous work behind; see kernel/wire/interrupter.ts.
    '--no-force-async-hooks-checks',
    // Node's warnings about its own features are nothing that a reader of a notebook can do something about.
    '--no-warnings',
    ...(CONTEXT_WITHOUT_HOOKS ? ['--experimental-async-context-frame'] : []),
    join(NOTEBOOKS, 'kernel', 'launch.mjs'),
    connectionFile,
  ];
}

function kernelSpec(): object {
  return {
    argv: kernelCommand('{connection_file}'),
    display_name: 'TypeScript (Weft)',
    language: 'typescript',
    // A signal waits until a loop is over; a message on the control socket is heard by the kernel's other thread.
    interrupt_mode: 'message',
  };
}

function serverConfig(): object {
  return {
    ServerApp: { ip: '127.0.0.1', allow_remote_access: false, root_dir: NOTEBOOKS },
    // Its address is said at every level; the rest is for who looks after Jupyter.
    Application: { log_level: 'WARN' },
    MultiKernelManager: { default_kernel_name: KERNEL_NAME },
    // The environment's own Python kernel is there, but no notebook of Weft is for it.
    KernelSpecManager: { ensure_native_kernel: false, allowed_kernelspecs: [KERNEL_NAME] },
    // An evaluator looks for notebooks and data, not for the library's sources.
    ContentsManager: { hide_globs: [...SOURCES, '__pycache__', '*.pyc', '*~', '.*'] },
    LabApp: {
      news_url: null,
      check_for_updates_class: 'jupyterlab.NeverCheckForUpdate',
      extension_manager: 'readonly',
      default_url: '/lab',
    },
  };
}

/** No question about news on the first start, and no look-ups of it. */
function labSettings(): object {
  return {
    '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
    '@jupyterlab/notebook-extension:tracker': { windowingMode: 'defer' },
  };
}

async function writeJson(file: string, value: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
