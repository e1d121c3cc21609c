/**
 * Finds a Temporal server to run, or makes one. In this order, because each later step costs more and is trusted less:
 * the address a person gave; what was built earlier; the `temporal` CLI on PATH; built from source with Go; the CLI
 * as the SDK downloads it. Where none works, one error says what was tried, why it failed, and what to do.
 */
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from './cache-dir.ts';
import { buildTemporalServer } from './temporal-build.ts';
import { readDataVersion } from './temporal-data.ts';
import { downloadedCli, downloadTemporalCli } from './temporal-download.ts';
import {
  cliServerVersion,
  goVersion,
  isAtLeast,
  officialVersion,
  oldestGoVersion,
  oldestServerVersion,
  pinnedServerVersion,
} from './temporal-version.ts';

export interface FoundServer {
  /** Path of the program; for `address` the `host:port` of a server that somebody else runs. */
  binary: string;
  kind: 'address' | 'official' | 'cli';
  version: string;
}

export interface FindOptions {
  /** The data folder: a server that cannot read the data already in it is passed over. */
  dataDir: string;
  onProgress?: (text: string) => void;
  env?: NodeJS.ProcessEnv;
}

/** Every step was tried and none gave a server. */
export class NoTemporalServer extends Error {
  override readonly name = 'NoTemporalServer';
  readonly tried: readonly { step: string; why: string }[];
  constructor(tried: readonly { step: string; why: string }[]) {
    const lines = tried.map(({ step, why }) => `  - ${step}: ${why}`);
    super(
      [
        'There is no Temporal server to run. What was tried:',
        ...lines,
        'Do one of these, then start again:',
        `  - install Go ${oldestGoVersion} or newer (https://go.dev/dl); the server is then built here, once;`,
        `  - install the Temporal CLI with a server of at least ${oldestServerVersion} (https://docs.temporal.io/cli) on PATH;`,
        '  - set TEMPORAL_ADDRESS=host:port of a Temporal server that you run.',
      ].join('\n'),
    );
    this.tried = tried;
  }
}

/** Where the server built from source is kept. */
export function builtServerPath(env: NodeJS.ProcessEnv = process.env): string {
  return join(cacheDir(env), `temporal-server-${pinnedServerVersion}`, 'server');
}

export async function ensureTemporalServer(options: FindOptions): Promise<FoundServer> {
  const { dataDir, env = process.env, onProgress = () => undefined } = options;
  if (env.TEMPORAL_ADDRESS) return { binary: env.TEMPORAL_ADDRESS, kind: 'address', version: 'unknown' };

  const data = await readDataVersion(dataDir);
  const downloads = join(cacheDir(env), 'temporal-cli');
  const built = builtServerPath(env);
  const tried: { step: string; why: string }[] = [];

  const steps: { step: string; attempt: () => Promise<FoundServer> }[] = [
    { step: `built earlier (${built})`, attempt: () => official(built) },
    { step: `downloaded earlier (${downloads})`, attempt: async () => cli(await downloadedCli(downloads)) },
    { step: 'temporal CLI on PATH', attempt: () => cliOnPath(env) },
    {
      step: `building with Go (go install go.temporal.io/server/cmd/server@v${pinnedServerVersion})`,
      attempt: async () => {
        await refuseUnsuitedGo(env);
        await buildTemporalServer(built, onProgress, env);
        return official(built);
      },
    },
    {
      step: "the SDK's own download of the temporal CLI",
      attempt: async () => {
        onProgress('downloading the Temporal CLI');
        return cli(await downloadTemporalCli(downloads, env));
      },
    },
  ];
  for (const { step, attempt } of steps) {
    try {
      const found = await attempt();
      if (data === null || (data.kind === found.kind && data.version === found.version)) return found;
      const [here, made] = [found, data].map(({ kind, version }) => `${kind} server ${version}`);
      throw new Error(`it is the ${here}, but the data in ${join(dataDir, 'temporal')} was made by the ${made}`);
    } catch (error) {
      tried.push({ step, why: (error as Error).message });
    }
  }
  throw new NoTemporalServer(tried);
}

async function official(binary: string): Promise<FoundServer> {
  const version = await officialVersion(binary);
  if (version === null) throw new Error('not there, or it does not run');
  if (version !== pinnedServerVersion) throw new Error(`it is ${version}, not ${pinnedServerVersion}`);
  return { binary, kind: 'official', version };
}

async function cli(binary: string | null): Promise<FoundServer> {
  if (binary === null) throw new Error('not there');
  const version = await cliServerVersion(binary);
  if (version === null) throw new Error('not there, or it does not tell its server version');
  if (!isAtLeast(version, oldestServerVersion)) {
    throw new Error(`its server is ${version}, older than ${oldestServerVersion}`);
  }
  return { binary, kind: 'cli', version };
}

/** The full path, so that a PATH changed later cannot put another program in its place. */
async function cliOnPath(env: NodeJS.ProcessEnv): Promise<FoundServer> {
  for (const folder of (env.PATH ?? '').split(':')) {
    const binary = join(folder, 'temporal');
    if (folder.startsWith('/') && (await isExecutable(binary))) return cli(binary);
  }
  throw new Error('not there');
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function refuseUnsuitedGo(env: NodeJS.ProcessEnv): Promise<void> {
  const version = await goVersion(env);
  if (version === null) throw new Error('there is no Go on PATH');
  if (!isAtLeast(version, oldestGoVersion)) throw new Error(`Go is ${version}, older than ${oldestGoVersion}`);
}
