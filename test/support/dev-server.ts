/**
 * A real Temporal server in a folder of its own, for what the time-skipping one cannot show: schedules, lists, the
 * store on disk, and what happens when processes are killed. One per test file.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ensureTemporalServer,
  type RunningServer,
  type SearchAttributes,
  startTemporalServer,
} from '../../workflows/host/temporal-server.ts';
import { quietRuntime } from './quiet-runtime.ts';

export interface DevServerOptions {
  searchAttributes?: SearchAttributes;
  /** A folder that the caller keeps; by default a temporary one that goes with `close`. */
  dataDir?: string;
}

export interface DevServer {
  readonly dataDir: string;
  readonly address: string;
  readonly namespace: string;
  /** The server at this moment; another after `restart`. */
  readonly server: RunningServer;
  /** SIGKILL, as a power cut would: resolves once it is gone. */
  kill(): Promise<void>;
  /** Starts again on the same data and the same address, whether it was killed or still runs. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function devServer({ searchAttributes, dataDir }: DevServerOptions = {}): Promise<DevServer> {
  quietRuntime();
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'weft-temporal-')));
  // A test must not run on a server that somebody uses for real.
  const env = { ...process.env, TEMPORAL_ADDRESS: undefined };
  const found = await ensureTemporalServer({ dataDir: folder, env });
  const start = () => startTemporalServer({ ...found, dataDir: folder, searchAttributes });
  let server = await start();
  return {
    dataDir: folder,
    get address() {
      return server.address;
    },
    get namespace() {
      return server.namespace;
    },
    get server() {
      return server;
    },
    kill: async () => {
      if (server.pid !== null) process.kill(server.pid, 'SIGKILL');
      await server.exited;
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    close: async () => {
      await server.stop();
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
