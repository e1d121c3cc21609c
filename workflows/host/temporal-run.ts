/**
 * Starts the embedded Temporal server on a data folder and answers for it: loopback only, readable by its owner only,
 * never two on one folder, the same data after a kill.
 *
 * A server outlives a parent that is killed: where the system can (Linux, setpriv) it is told to end with its parent;
 * where it cannot, the next start recognises the orphan by its command line and its parent, and ends it first.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { Outlives } from '../../data/store/index.ts';
import { inspectProcess } from './process/inspect.ts';
import { withLock } from './process/lock.ts';
import { stopChild, stopProcess } from './process/stop.ts';
import { cliArguments, loopback, officialConfig, officialDynamicConfig, serverEnvironment } from './temporal-config.ts';
import {
  type DataVersion,
  DataVersionMismatch,
  databaseFile,
  makePrivateDir,
  readDataVersion,
  readRunning,
  temporalDir,
  writeDataVersion,
  writeRunning,
} from './temporal-data.ts';
import type { FoundServer } from './temporal-find.ts';
import { defaultNamespace, prepareNamespace, type SearchAttributes } from './temporal-namespace.ts';
import { choosePorts, freePorts, keepPorts, type ServerPorts } from './temporal-ports.ts';

export interface StartServerOptions extends FoundServer {
  dataDir: string;
  namespace?: string;
  searchAttributes?: SearchAttributes;
  /** What its file outlives; power cuts by default. */
  outlives?: Outlives;
  /** The CLI's server can show a web page of its own, on loopback; the official server has none. */
  ui?: boolean;
}

export interface ServerExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface RunningServer {
  address: string;
  namespace: string;
  kind: FoundServer['kind'];
  version: string;
  /** null where somebody else runs the server. */
  pid: number | null;
  /** Address of the web page to look inside, where there is one. */
  ui: string | null;
  /** How a person looks inside, in a sentence. */
  lookInside: string;
  stop(): Promise<void>;
  /** Resolves when the server has ended, asked or not; never for a server that somebody else runs. */
  exited: Promise<ServerExit>;
}

/** This data folder already has a server, and whoever started it still lives. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  readonly pid: number;
  constructor(dataDir: string, pid: number, ownerPid: number) {
    super(
      `Temporal is already running on ${dataDir} (pid ${pid}, started by pid ${ownerPid}); use that one, stop it first, or choose another data folder.`,
    );
    this.pid = pid;
  }
}

const stopGraceMs = 10_000;
const startLimitMs = 60_000;
const startAttempts = 3;
const logLimitBytes = 10_000_000;

export async function startTemporalServer(options: StartServerOptions): Promise<RunningServer> {
  const { kind, version, binary, namespace = defaultNamespace, searchAttributes = {} } = options;
  // Absolute, because the path on the command line is how an orphan is recognised from any folder.
  const dataDir = resolve(options.dataDir);
  if (kind === 'address') {
    await prepareNamespace(binary, namespace, searchAttributes);
    return elsewhere(binary, namespace, version);
  }
  await makePrivateDir(dataDir);
  await makePrivateDir(temporalDir(dataDir));
  await makePrivateDir(join(dataDir, 'logs'));
  const started = await withLock(join(temporalDir(dataDir), 'start'), { waitMs: startLimitMs }, async () => {
    await endOrphan(dataDir);
    const made = await readDataVersion(dataDir);
    if (made !== null && (made.kind !== kind || made.version !== version)) {
      throw new DataVersionMismatch(dataDir, made, { kind, version });
    }
    const data = made ?? { kind, version, cluster: `weft-${randomBytes(6).toString('hex')}` };
    // Before the server makes its file, so that no file is ever without its version.
    await writeDataVersion(dataDir, data);
    return startOnFreePorts({ ...options, dataDir }, data);
  });
  const { child, address, ui } = started;
  const exited = exitOf(child);
  try {
    await prepareNamespace(address, namespace, searchAttributes);
  } catch (error) {
    await stopChild(child, stopGraceMs);
    throw error;
  }
  return {
    ...{ address, namespace, kind, version, ui, exited },
    pid: child.pid ?? null,
    lookInside: ui === null ? withCli(address, namespace) : `Open ${ui} in a browser on this machine.`,
    stop: async () => {
      await stopChild(child, stopGraceMs);
      await rm(join(temporalDir(dataDir), 'running.json'), { force: true });
    },
  };
}

interface Started {
  child: ChildProcess;
  address: string;
  ui: string | null;
}

/** Another process can take a port between choosing and binding it: then others are chosen. */
async function startOnFreePorts(options: StartServerOptions, data: DataVersion): Promise<Started> {
  const { dataDir } = options;
  const logFile = join(dataDir, 'logs', 'temporal.log');
  for (let attempt = 1; ; attempt++) {
    const ports = await choosePorts(dataDir, attempt > 1);
    const address = `${loopback}:${ports.frontend.grpc}`;
    const [uiPort = null] = options.kind === 'cli' && options.ui ? await freePorts(1) : [];
    const args = await commandLine(options, data, ports, uiPort);
    const logStart = rotate(logFile);
    const child = launch(options.binary, args, logFile);
    const { pid } = child;
    if (pid !== undefined) await writeRunning(dataDir, { pid, ownerPid: process.pid, address });
    const failure = await untilAnswers(child, ports.frontend.grpc, data);
    if (failure === null) {
      await keepPorts(dataDir, ports);
      return { child, address, ui: uiPort === null ? null : `http://${loopback}:${uiPort}` };
    }
    await stopChild(child, stopGraceMs);
    await rm(join(temporalDir(dataDir), 'running.json'), { force: true });
    const words = (await readFile(logFile, 'utf8').catch(() => '')).slice(logStart);
    if (attempt < startAttempts && /address already in use/i.test(words)) continue;
    const lastWords = words.trim().split('\n').slice(-3).join('\n');
    throw new Error(`The Temporal server did not start: ${failure}. The end of ${logFile}:\n${lastWords}`);
  }
}

async function commandLine(
  { kind, dataDir, outlives = 'power-cuts' }: StartServerOptions,
  { cluster }: DataVersion,
  ports: ServerPorts,
  uiPort: number | null,
): Promise<string[]> {
  const file = databaseFile(dataDir);
  if (kind === 'cli') return cliArguments({ databaseFile: file, port: ports.frontend.grpc, uiPort, outlives });
  const [configFile, dynamicConfigFile] = [serverMark(dataDir), join(temporalDir(dataDir), 'dynamic.yaml')];
  await writeFile(configFile, officialConfig({ databaseFile: file, dynamicConfigFile, ports, cluster, outlives }), {
    mode: 0o600,
  });
  await writeFile(dynamicConfigFile, officialDynamicConfig(), { mode: 0o600 });
  return ['--config-file', configFile, '--allow-no-auth', 'start'];
}

/**
 * A session of its own: Ctrl-C in the terminal reaches us alone, and we stop worker and server in that order.
 * The shell sets the umask (files the server makes are its owner's alone), asks Linux to end the server with its
 * parent, and then becomes the server.
 */
function launch(binary: string, args: string[], logFile: string): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const script = `umask 077
    if setpriv --pdeathsig TERM true 2>/dev/null; then exec setpriv --pdeathsig TERM "$@"; fi
    exec "$@"`;
  const child = spawn('/bin/sh', ['-c', script, 'sh', binary, ...args], {
    detached: true,
    env: serverEnvironment(process.env),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

/** null once our own server answers; else what went wrong. */
async function untilAnswers(child: ChildProcess, port: number, data: DataVersion): Promise<string | null> {
  let ended: string | null = null;
  exitOf(child).then(({ code, signal }) => {
    ended = `it ended with ${signal ?? `code ${code}`}`;
  });
  const giveUpAt = Date.now() + startLimitMs;
  while (Date.now() < giveUpAt) {
    if (ended !== null) return ended;
    if ((await accepts(port)) && (await isOurs(port, data))) return ended;
    await delay(50);
  }
  return `it did not answer within ${startLimitMs / 1000} s`;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: loopback, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Any server may answer on a port; only ours knows the cluster's name (the CLI's server has a fixed one). */
async function isOurs(port: number, { kind, cluster }: DataVersion): Promise<boolean> {
  const connection = Connection.lazy({ address: `${loopback}:${port}` });
  try {
    const ask = () => connection.workflowService.getClusterInfo({});
    const { clusterName } = await connection.withDeadline(Date.now() + 2_000, ask);
    return kind === 'cli' || clusterName === cluster;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}

async function endOrphan(dataDir: string): Promise<void> {
  const record = await readRunning(dataDir);
  if (record === null) return;
  const found = await inspectProcess(record.pid);
  const isServer = found?.command.includes(serverMark(dataDir)) || found?.command.includes(databaseFile(dataDir));
  if (found === null || !isServer) return;
  if (found.parentPid === record.ownerPid) throw new AlreadyRunning(dataDir, record.pid, record.ownerPid);
  await stopProcess(record.pid, stopGraceMs);
}

/** Stands on the official server's command line, and on no other data folder's. */
function serverMark(dataDir: string): string {
  return join(temporalDir(dataDir), 'server.yaml');
}

function exitOf(child: ChildProcess): Promise<ServerExit> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve({ code: child.exitCode, signal: child.signalCode });
      return;
    }
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
}

/** Keeps one earlier log, so that years of running do not fill the disk. Returns where the next words begin. */
function rotate(logFile: string): number {
  const bytes = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes <= logLimitBytes) return bytes;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

function elsewhere(address: string, namespace: string, version: string): RunningServer {
  return {
    ...{ address, namespace, kind: 'address', version, pid: null, ui: null },
    lookInside: withCli(address, namespace),
    stop: async () => undefined,
    exited: new Promise(() => undefined),
  };
}

function withCli(address: string, namespace: string): string {
  return `This server has no web page of its own; with the Temporal CLI: temporal workflow list --address ${address} --namespace ${namespace}`;
}
