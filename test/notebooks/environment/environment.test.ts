import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { configureJupyter, kernelCommand } from '../../../notebooks/environment/configure.ts';
import { environmentOf, FOLDERS, PROJECT } from '../../../notebooks/environment/folders.ts';
import { ensureEnvironment } from '../../../notebooks/environment/install.ts';
import { hasPython, INSTALL_TIMEOUT_MILLISECONDS } from '../support/has-python.ts';

describe.skipIf(!hasPython)(
  `Story: the notebooks' environment${hasPython ? '' : ' (skipped: no Python with venv, no uv)'}`,
  () => {
    beforeAll(async () => {
      await ensureEnvironment(console.log);
    }, INSTALL_TIMEOUT_MILLISECONDS);

    it('Law: a second start installs nothing', async () => {
      expect(await ensureEnvironment(() => expect.unreachable('it installs again'))).toBe(false);
    });

    it('the kernel is known within the environment, and nowhere else', async () => {
      await configureJupyter();
      const spec = JSON.parse(await readFile(join(FOLDERS.share, 'kernels', 'weft', 'kernel.json'), 'utf8'));
      expect(spec.argv).toEqual(kernelCommand('{connection_file}'));
      expect(spec.interrupt_mode).toBe('message');
    });
  },
);

describe('Law: nothing is installed or written outside the project', () => {
  it('every folder that Jupyter, pip, uv and IPython write to lies in the checkout', () => {
    const environment = environmentOf({ HOME: '/home/somebody', PYTHONPATH: '/elsewhere', JUPYTER_PATH: '/elsewhere' });
    const folders = Object.entries(environment).filter(
      ([name]) => /DIR$|PATH$/.test(name) && name !== 'JUPYTER_PREFER_ENV_PATH',
    );
    expect(folders.length).toBeGreaterThan(6);
    for (const [name, folder] of folders) expect(`${name}=${folder}`).toContain(`=${PROJECT}`);
  });

  it('the server listens on this machine alone, asks for no news, and looks for no updates', async () => {
    await configureJupyter();
    const config = JSON.parse(await readFile(join(FOLDERS.config, 'jupyter_server_config.json'), 'utf8'));
    expect(config.ServerApp).toMatchObject({ ip: '127.0.0.1', allow_remote_access: false });
    expect(config.ServerApp).not.toHaveProperty('token');
    expect(config.LabApp).toMatchObject({ news_url: null, check_for_updates_class: 'jupyterlab.NeverCheckForUpdate' });
  });

  it('git ignores all of it', async () => {
    const ignored = (await readFile(join(PROJECT, '.gitignore'), 'utf8')).split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.notebook/', 'notebooks/lib/types/']));
  });
});

describe('Law: everything that is installed is pinned', () => {
  it('each requirement names one version', async () => {
    const text = await readFile(join(PROJECT, 'notebooks', 'environment', 'requirements.txt'), 'utf8');
    const lines = text.split('\n').filter((line) => line !== '' && !/^\s*#/.test(line));
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.filter((line) => !/^[\w.-]+==[^\s=]+( ; .+)?$/.test(line.trimEnd()))).toEqual([]);
  });
});
