/**
 * The `temporal` CLI as the SDK itself downloads it: the last step, for machines without Go.
 *
 * The SDK can only download by starting a server, and its download cannot be cancelled. So it runs in a process of
 * its own that is ended at a limit: a firewall that swallows packets must not hang the first start.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from './process/lock.ts';

const limitMs = 120_000;

/** Downloads into `folder` and returns the program's path. Throws with the SDK's own words. */
export async function downloadTemporalCli(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  await mkdir(folder, { recursive: true });
  return withLock(join(folder, 'download'), { waitMs: limitMs }, async () => {
    try {
      await promisify(execFile)(process.execPath, ['-e', downloadScript(folder)], {
        env,
        timeout: limitMs,
        killSignal: 'SIGKILL',
      });
    } catch (error) {
      throw new Error(reason(error));
    }
    const found = await downloadedCli(folder);
    if (found === null) throw new Error(`the SDK reported success, but ${folder} holds no program`);
    return found;
  });
}

/** What an earlier download left, or null. The folder is ours alone; the SDK chooses the name inside it. */
export async function downloadedCli(folder: string): Promise<string | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // A download under way has another ending; the name holds a version or the SDK's name and version.
  const programs = entries.filter((entry) => entry.isFile() && /^temporal[\w.-]*$/.test(entry.name));
  const name = programs
    .map((entry) => entry.name)
    .filter((each) => !each.endsWith('.downloading'))
    .sort()
    .at(-1);
  return name === undefined ? null : join(folder, name);
}

function downloadScript(folder: string): string {
  const worker = createRequire(import.meta.url).resolve('@temporalio/worker');
  const exe = {
    type: 'cached-download',
    downloadDir: folder,
    version: 'latest',
    // A server's file is bound to its version: a download is kept until a person removes it.
    ttl: 10 * 365 * 86_400_000,
    sdkName: 'sdk-typescript',
    sdkVersion: (createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string }).version,
  };
  const config = { type: 'dev-server', exe, ip: '127.0.0.1', port: null, ui: false, uiPort: null };
  const rest = { namespace: 'default', dbFilename: null, log: { format: 'pretty', level: 'error' }, extraArgs: [] };
  return `const { Runtime, DefaultLogger } = require(${JSON.stringify(worker)});
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const runtime = Runtime.instance();
    runtime.createEphemeralServer(${JSON.stringify({ ...config, ...rest })})
      .then((server) => runtime.shutdownEphemeralServer(server))
      .catch((error) => { process.stderr.write(String(error.message)); process.exitCode = 1; });`;
}

function reason(error: unknown): string {
  const { killed, stderr } = error as { killed?: boolean; stderr?: string };
  if (killed) return `not there after ${limitMs / 1000} s`;
  return stderr?.trim().split('\n').slice(-2).join(' ') || (error as Error).message;
}
