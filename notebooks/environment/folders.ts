/**
 * Where the notebooks' own Python and all that Jupyter writes live: in one folder of the checkout that git ignores, so
 * that nothing is installed or left anywhere else, and deleting the folder undoes it.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
export const NOTEBOOKS = join(PROJECT, 'notebooks');

/** What of it is the library's and the environment's own: nothing for whoever reads notebooks. */
export const SOURCES: readonly string[] = ['check', 'environment', 'export', 'kernel', 'lib', 'report-notebook'];

const HOME = join(PROJECT, '.notebook');
const WINDOWS = process.platform === 'win32';

export const FOLDERS = {
  home: HOME,
  /** The Python environment. */
  python: join(HOME, 'python'),
  /** What the installers keep for the next time. */
  cache: join(HOME, 'cache'),
  config: join(HOME, 'jupyter', 'config'),
  data: join(HOME, 'jupyter', 'data'),
  runtime: join(HOME, 'jupyter', 'runtime'),
  ipython: join(HOME, 'jupyter', 'ipython'),
  /** Read by every Jupyter program of the environment. */
  share: join(HOME, 'python', 'share', 'jupyter'),
} as const;

/** The environment's Python. */
export const PYTHON = join(FOLDERS.python, WINDOWS ? 'Scripts' : 'bin', WINDOWS ? 'python.exe' : 'python');

/** For every program of the environment: Jupyter's folders are ours, and nobody else's settings and packages count. */
export function environmentOf(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PYTHONHOME: _, PYTHONPATH: __, JUPYTER_PATH: ___, JUPYTER_CONFIG_PATH: ____, ...kept } = given;
  return {
    ...kept,
    JUPYTER_CONFIG_DIR: FOLDERS.config,
    JUPYTER_DATA_DIR: FOLDERS.data,
    JUPYTER_RUNTIME_DIR: FOLDERS.runtime,
    JUPYTERLAB_SETTINGS_DIR: join(FOLDERS.config, 'lab', 'user-settings'),
    JUPYTERLAB_WORKSPACES_DIR: join(FOLDERS.config, 'lab', 'workspaces'),
    IPYTHONDIR: FOLDERS.ipython,
    JUPYTER_PREFER_ENV_PATH: '1',
    JUPYTER_PLATFORM_DIRS: '0',
    PYTHONNOUSERSITE: '1',
    // Compiled files of Python stay within its environment; its input and output are UTF-8 on every machine.
    PYTHONUTF8: '1',
    PIP_CACHE_DIR: join(FOLDERS.cache, 'pip'),
    UV_CACHE_DIR: join(FOLDERS.cache, 'uv'),
    UV_PYTHON_INSTALL_DIR: join(FOLDERS.cache, 'uv-python'),
  };
}
