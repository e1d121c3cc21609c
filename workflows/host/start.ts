/**
 * Everything on one machine: Temporal, store, worker, schedules. Used by `weft start` and `weft demo`.
 *
 * The order matters: the store's tables are brought up to date before a worker needs them, and what runs is replayed
 * by this build before its worker may touch it.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SEARCH_ATTRIBUTES } from '../contract/index.ts';
import { workflowBundle } from './bundle.ts';
import { connectTemporal, openStores } from './connection.ts';
import { keepServer } from './keep-server.ts';
import { openLog } from './log.ts';
import { outlivesOf, pathsOf, preparePaths } from './paths.ts';
import { replayRunning } from './replay-running.ts';
import { installRuntime } from './runtime.ts';
import { reconcileSchedules, workflowsPort } from './schedules.ts';
import { supervise } from './supervise.ts';
import { ensureTemporalServer, startTemporalServer } from './temporal-server.ts';

export interface StartOptions {
  dataDir: string;
  env?: NodeJS.ProcessEnv;
  onProgress?: (text: string) => void;
}

export interface RunningWeft {
  addresses: {
    temporal: string;
    /** Temporal's own page, where the server has one. */
    ui: string | null;
    /** How to look inside Temporal, in a sentence. */
    lookInside: string;
    data: string;
  };
  /** The folder of the reports. */
  reports: string;
  /** The worker at this moment; null between two of them. */
  readonly workerPid: number | null;
  /** Null where somebody else runs the server. */
  readonly serverPid: number | null;
  /** Resolves after `stop`; rejects where worker or server have ended for good. */
  ended: Promise<void>;
  /** Worker first, then the server. The next start goes on where this one was. */
  stop(): Promise<void>;
}

const REPLAY = { atMost: 2_000, withinMs: 60_000 };
const WORKER_MAIN = fileURLToPath(new URL('./worker-main.ts', import.meta.url));

export async function startWeft(options: StartOptions): Promise<RunningWeft> {
  const { dataDir: folder, env = process.env, onProgress = () => undefined } = options;
  const paths = pathsOf(folder);
  const { dataDir } = paths;
  await preparePaths(paths);
  installRuntime(openLog(join(paths.logs, 'start.log')));
  const found = await ensureTemporalServer({ dataDir, env, onProgress });
  onProgress(`Temporal ${found.version}`);
  // Building takes seconds that the server's start can share.
  const bundling = workflowBundle();
  bundling.catch(() => undefined);
  const startServer = () =>
    startTemporalServer({ ...found, dataDir, searchAttributes: SEARCH_ATTRIBUTES, outlives: outlivesOf(env) });
  const server = await startServer();
  const kept = keepServer(server, startServer, (ended) => onProgress(`Temporal ended (${ended}); it starts again`));
  const opened: (() => Promise<void>)[] = [() => kept.stop()];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    onProgress('store and workflows');
    const [stores, bundle] = await Promise.all([openStores(dataDir, env), bundling]);
    opened.push(() => stores.close());
    const bundleFile = join(dataDir, 'workflows.js');
    const { client, close: disconnect } = await connectTemporal(server.address);
    opened.push(disconnect);
    // The build that ran before cannot decide otherwise than itself; only another one is held against what runs.
    const before = await readFile(bundleFile, 'utf8').catch(() => null);
    if (before !== bundle.code) {
      const { replayed, cut } = await replayRunning(client, bundle, { ...REPLAY, onProgress });
      if (replayed > 0) onProgress(`${replayed} running workflows replayed${cut ? ', not all there are' : ''}`);
      await writeFile(`${bundleFile}.${process.pid}`, bundle.code, { mode: 0o600 });
      await rename(`${bundleFile}.${process.pid}`, bundleFile);
    }
    await reconcileSchedules(stores.store, workflowsPort(client));

    const worker = supervise({
      name: 'worker',
      command: process.execPath,
      args: ['--import', import.meta.resolve('tsx'), WORKER_MAIN, dataDir, bundleFile],
      env: { ...env, TEMPORAL_ADDRESS: server.address },
      logFile: join(paths.logs, 'worker.out'),
      onRestart: ({ ended, delayMs }) => onProgress(`the worker ended (${ended}); it starts again in ${delayMs} ms`),
    });
    opened.push(() => worker.stop());
    // Somebody may look at it only later: a rejection is no crash of ours.
    const ended = Promise.race([worker.ended, kept.ended]);
    ended.catch(() => undefined);
    await Promise.race([worker.ready, ended]);
    onProgress('worker ready');
    return {
      addresses: { temporal: server.address, ui: server.ui, lookInside: server.lookInside, data: dataDir },
      reports: paths.reports,
      get workerPid() {
        return worker.pid;
      },
      get serverPid() {
        return kept.current.pid;
      },
      ended,
      stop: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
