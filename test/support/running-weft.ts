/**
 * The real thing in a folder of its own: Temporal, store, a supervised worker process, and the façade to it. One per
 * test file. It can be hurt as a machine hurts it (SIGKILL of worker or server) and is started again on the same data,
 * as an operator or systemd would.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { Networks } from '../../workflows/host/client.ts';
import { connectTemporal, openStores, type Stores } from '../../workflows/host/connection.ts';
import { pathsOf } from '../../workflows/host/paths.ts';
import { inspectProcess } from '../../workflows/host/process/inspect.ts';
import { type RunningWeft, startWeft } from '../../workflows/host/start.ts';
import { until } from './until.ts';

export interface WeftForTests {
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** What runs at this moment; another after a restart. */
  readonly weft: RunningWeft;
  /** The façade of somebody who stays at the terminal while Weft is stopped, killed and started again. */
  readonly networks: Networks;
  /** Facts and people, opened beside the worker as the command line does. */
  readonly stores: Stores;
  /** Temporal itself, for what the façade hides: histories, schedules, lists. */
  readonly client: Client;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The worker that has taken up its work; waits for it where another one has just died. */
  workerAtWork(): Promise<number>;
  /** SIGKILL, once it is at work. Resolves when it is gone; the supervisor starts another. */
  killWorker(): Promise<void>;
  /** SIGKILL. Resolves when Weft has started another on the same data. */
  killServer(): Promise<void>;
  /** SIGKILL of server and worker at once; then Weft is started again, as an operator or systemd would. */
  cutPower(): Promise<void>;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

export async function weftForTests(settings: NodeJS.ProcessEnv = {}): Promise<WeftForTests> {
  const dataDir = await mkdtemp(join(tmpdir(), 'weft-e2e-'));
  // A test must not run on a server or a database that somebody uses for real.
  const none = {
    TEMPORAL_ADDRESS: undefined,
    DATABASE_URL: undefined,
    SMTP_URL: undefined,
    WEFT_MASTER_KEY: undefined,
  };
  const env = { ...process.env, ...none, ...settings };
  let weft = await startWeft({ dataDir, env });
  const networks = await Networks.open({ dataDir, env });
  const stores = await openStores(dataDir, env);
  const { client, close: disconnect } = await connectTemporal(weft.addresses.temporal);
  const start = async () => {
    weft = await startWeft({ dataDir, env });
  };
  const workerAtWork = () => until('a worker is at work', () => pidAtWork(dataDir, weft.workerPid));
  return {
    ...{ dataDir, env, networks, stores, client, start, workerAtWork },
    get weft() {
      return weft;
    },
    stop: () => weft.stop(),
    killWorker: async () => {
      const pid = await workerAtWork();
      process.kill(pid, 'SIGKILL');
      await until('the worker is gone', async () => (await inspectProcess(pid)) === null);
    },
    killServer: async () => {
      const pid = await until('a server runs', () => weft.serverPid);
      process.kill(pid, 'SIGKILL');
      await until('another server runs', () => weft.serverPid !== null && weft.serverPid !== pid);
    },
    cutPower: async () => {
      for (const pid of [weft.serverPid, weft.workerPid]) if (pid !== null) process.kill(pid, 'SIGKILL');
      await weft.stop();
      await start();
    },
    close: async () => {
      await networks.close();
      await stores.close();
      await disconnect();
      await weft.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A worker says so in its log: a process that is still starting has nothing in hand that could be lost. */
async function pidAtWork(dataDir: string, pid: number | null): Promise<number | null> {
  if (pid === null || (await inspectProcess(pid)) === null) return null;
  const log = await readFile(join(pathsOf(dataDir).logs, 'worker.log'), 'utf8').catch(() => '');
  return log.includes(`"pid":${pid},`) ? pid : null;
}
