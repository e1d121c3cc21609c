/** The embedded server keeps what it was told: on loopback, for its owner alone, once per folder, across kills. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inspectProcess } from '../../../workflows/host/process/inspect.ts';
import {
  AlreadyRunning,
  DataVersionMismatch,
  ensureTemporalServer,
  startTemporalServer,
} from '../../../workflows/host/temporal-server.ts';
import { bundle } from '../../support/bundle.ts';
import { type DevServer, devServer } from '../../support/dev-server.ts';
import { listenersOfProcess } from '../../support/listeners.ts';

const workflowsPath = fileURLToPath(new URL('fixtures/workflows.ts', import.meta.url));
const starter = fileURLToPath(new URL('fixtures/start-server.ts', import.meta.url));
const searchAttributes = { WeftNetwork: 'KEYWORD', WeftCycle: 'INT', WeftDue: 'DATETIME' } as const;
/** The first start on a machine builds the server. */
const firstBuildMs = 1_200_000;

describe('a running server', () => {
  let server: DevServer;
  beforeAll(async () => {
    server = await devServer({ searchAttributes });
  }, firstBuildMs);
  afterAll(() => server?.close());

  const withClient = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const connection = await Connection.connect({ address: server.address });
    try {
      return await work(new Client({ connection, namespace: server.namespace }));
    } finally {
      await connection.close();
    }
  };

  it('knows its search attributes from the first moment', async () => {
    const query = "WeftNetwork = 'none' OR WeftCycle > 3 OR WeftDue IS NOT NULL";
    await withClient(async ({ workflow }) => expect((await workflow.count(query)).count).toBe(0));
  });

  it('runs a workflow at once, and finds it by its search attribute', async () => {
    const connection = await NativeConnection.connect({ address: server.address });
    const worker = await Worker.create({
      connection,
      namespace: server.namespace,
      taskQueue: 'real',
      workflowBundle: await bundle({ workflowsPath }),
    });
    await worker.runUntil(() =>
      withClient(async ({ workflow }) => {
        await workflow.execute('marked', { workflowId: 'network/one', taskQueue: 'real', args: ['net-1'] });
        const query = "WeftNetwork = 'net-1'";
        await vi.waitUntil(async () => (await workflow.count(query)).count === 1, { timeout: 20_000 });
      }),
    );
    await connection.close();
  }, 60_000);

  it('keeps histories for 30 days, and has the search attributes asked for', async () => {
    await withClient(async ({ connection }) => {
      const { namespace } = server;
      const { config } = await connection.workflowService.describeNamespace({ namespace });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
    });
  });

  it.skipIf(process.platform !== 'linux')('listens on loopback alone: eight ports, none of them HTTP', async () => {
    const listeners = await listenersOfProcess(server.server.pid!);
    expect(new Set(listeners.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
    const ports = JSON.parse(await readFile(join(server.dataDir, 'temporal', 'ports.json'), 'utf8')) as Record<
      string,
      { grpc: number; membership: number }
    >;
    const chosen = Object.values(ports).flatMap(({ grpc, membership }) => [grpc, membership]);
    expect(listeners.map(({ port }) => port).sort()).toEqual(chosen.sort());
  });

  it('leaves nothing for others to read', async () => {
    const mode = async (path: string) => (await stat(join(server.dataDir, path))).mode & 0o777;
    for (const folder of ['.', 'temporal', 'logs']) expect(await mode(folder)).toBe(0o700);
    for (const file of [
      'temporal.db',
      'temporal.db-wal',
      'server.yaml',
      'version.json',
      'ports.json',
      'running.json',
    ]) {
      expect([file, await mode(`temporal/${file}`)]).toEqual([file, 0o600]);
    }
    expect(await mode('logs/temporal.log')).toBe(0o600);
  });

  it('refuses a second on the same folder, and names the first', async () => {
    const { kind, version } = server.server;
    const second = startTemporalServer({ kind, version, binary: '/unused', dataDir: server.dataDir });
    await expect(second).rejects.toBeInstanceOf(AlreadyRunning);
    await expect(second).rejects.toThrow(`pid ${server.server.pid}`);
  });

  it('serves another namespace to whoever is given its address, and is left running by them', async () => {
    const found = await ensureTemporalServer({
      dataDir: server.dataDir,
      env: { TEMPORAL_ADDRESS: server.address },
    });
    expect(found.kind).toBe('address');
    const guest = await startTemporalServer({ ...found, dataDir: server.dataDir, namespace: 'guest' });
    await guest.stop();
    expect(guest.pid).toBeNull();
    expect(await inspectProcess(server.server.pid!)).not.toBeNull();
  });

  it('refuses a search attribute whose type would change', async () => {
    const found = { binary: server.address, kind: 'address', version: 'unknown' } as const;
    const again = startTemporalServer({ ...found, dataDir: server.dataDir, searchAttributes: { WeftCycle: 'TEXT' } });
    await expect(again).rejects.toThrow('WeftCycle of namespace weft has another type than TEXT');
  });

  it('goes on after SIGKILL at the same address with the same open workflows', async () => {
    const { address } = server;
    await withClient(({ workflow }) =>
      workflow.start('sleepLong', { workflowId: 'network/long', taskQueue: 'nobody-listens' }),
    );
    await server.kill();
    await server.restart();
    expect(server.address).toBe(address);
    const description = await withClient(({ workflow }) => workflow.getHandle('network/long').describe());
    expect(description.status.name).toBe('RUNNING');
  }, 60_000);

  it('takes other ports when a stranger sits on its own', async () => {
    const before = server.address;
    await server.server.stop();
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(Number(before.split(':')[1]), '127.0.0.1', resolve));
    await server.restart();
    expect(server.address).not.toBe(before);
    await new Promise((resolve) => stranger.close(resolve));
  }, 60_000);

  it('refuses data made by another version, in words, and leaves it alone', async () => {
    const file = join(server.dataDir, 'temporal', 'version.json');
    const { kind, version } = server.server;
    const found = { kind, version, binary: '/unused' };
    await server.server.stop();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(version, '1.29.1'));
    const start = startTemporalServer({ ...found, dataDir: server.dataDir });
    await expect(start).rejects.toBeInstanceOf(DataVersionMismatch);
    await expect(start).rejects.toThrow(
      /made by the official server 1\.29\.1, and the server here is the official 1\./,
    );
    await writeFile(file, text);
    await server.restart();
  }, 60_000);
});

describe('a folder with a name that means something to SQLite', () => {
  it('holds the data all the same', async () => {
    const outer = await mkdtemp(join(tmpdir(), 'weft-odd-'));
    const server = await devServer({ dataDir: join(outer, "Ana's data #1 at 50%20?") });
    await server.close();
    expect((await stat(join(server.dataDir, 'temporal', 'temporal.db'))).size).toBeGreaterThan(0);
    await rm(outer, { recursive: true, force: true });
  }, 60_000);
});

describe('a server whose parent was killed', () => {
  let folder: string;
  const starters: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weft-orphan-'));
  });
  afterAll(async () => {
    for (const child of starters) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const startAndKillParent = async (...more: string[]): Promise<number> => {
    const args = ['--import', 'tsx', starter, join(folder, more[0] ?? 'data'), ...more];
    const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    starters.push(parent);
    const pid = await new Promise<number>((resolve, reject) => {
      parent.stdout.once('data', (text: Buffer) => resolve(Number(text)));
      parent.once('exit', (code) => reject(new Error(`the starter ended with ${code}`)));
    });
    const gone = new Promise((resolve) => parent.once('exit', resolve));
    parent.kill('SIGKILL');
    await gone;
    return pid;
  };

  it.skipIf(process.platform !== 'linux')(
    'ends with it',
    async () => {
      const pid = await startAndKillParent();
      await vi.waitUntil(async () => (await inspectProcess(pid)) === null, { timeout: 15_000 });
    },
    60_000,
  );

  it('is ended by the next start where the system cannot do so, and its data are taken over', async () => {
    const orphan = await startAndKillParent('without-setpriv');
    expect(await inspectProcess(orphan)).not.toBeNull();
    const next = await devServer({ dataDir: join(folder, 'without-setpriv') });
    expect(await inspectProcess(orphan)).toBeNull();
    expect(next.server.pid).not.toBe(orphan);
    await next.close();
  }, 60_000);
});
