/**
 * What the embedded server is told. Everything listens on loopback and nothing else is opened: no HTTP API (any web
 * page could call it), no pprof, no metrics, no version check that phones home.
 *
 * The database: WAL with synchronous 2 was measured at 115 updates a second against 31 by default, and loses nothing
 * on a power cut; secure_delete overwrites what is deleted, so that erased payloads do not linger in free pages.
 */
import { stringify } from 'yaml';
import type { Outlives } from '../../data/store/index.ts';
import type { ServerPorts } from './temporal-ports.ts';

export const loopback = '127.0.0.1';

const pragmas = (outlives: Outlives) => ({
  journal_mode: 'wal',
  synchronous: outlives === 'crashes' ? '1' : '2',
  secure_delete: 'on',
});

export interface OfficialConfigOptions {
  databaseFile: string;
  dynamicConfigFile: string;
  ports: ServerPorts;
  cluster: string;
  outlives: Outlives;
}

/** The official server's configuration file, YAML. */
export function officialConfig(options: OfficialConfigOptions): string {
  const { databaseFile, dynamicConfigFile, ports, cluster, outlives } = options;
  const services = Object.entries(ports).map(([name, { grpc, membership }]) => [
    name,
    { rpc: { grpcPort: grpc, membershipPort: membership, bindOnLocalHost: true } },
  ]);
  return stringify({
    log: { stdout: true, level: 'warn', format: 'json' },
    persistence: {
      defaultStore: 'sqlite',
      visibilityStore: 'sqlite',
      numHistoryShards: 1,
      datastores: {
        sqlite: {
          sql: {
            pluginName: 'sqlite',
            databaseName: uriPath(databaseFile),
            connectAddr: 'localhost',
            connectProtocol: 'tcp',
            // Whatever SQLite's URI does not know is run as a PRAGMA on each connection.
            connectAttributes: { cache: 'private', setup: 'true', ...pragmas(outlives) },
            maxConns: 1,
            maxIdleConns: 1,
            maxConnLifetime: '1h',
          },
        },
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: loopback } },
    services: Object.fromEntries(services),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: cluster,
      currentClusterName: cluster,
      clusterInformation: {
        [cluster]: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `${loopback}:${ports.frontend.grpc}`,
        },
      },
    },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '1h' },
  });
}

/** One partition a queue: several only help several matching hosts, and cost a hop here. */
export function officialDynamicConfig(): string {
  return stringify({
    'matching.numTaskqueueReadPartitions': [{ value: 1 }],
    'matching.numTaskqueueWritePartitions': [{ value: 1 }],
  });
}

export interface CliOptions {
  databaseFile: string;
  port: number;
  /** Port of the web page to look inside; null for none. */
  uiPort: number | null;
  outlives: Outlives;
}

/**
 * The arguments of `temporal server start-dev`. Its HTTP API cannot be closed, so no host name is allowed on it. No
 * `--namespace`: it would be made with histories kept for one day.
 */
export function cliArguments({ databaseFile, port, uiPort, outlives }: CliOptions): string[] {
  const ui = uiPort === null ? ['--headless'] : ['--ui-ip', loopback, '--ui-port', String(uiPort)];
  return [
    ...['server', 'start-dev', '--ip', loopback, '--port', String(port), ...ui],
    ...['--db-filename', databaseFile, '--log-level', 'warn'],
    ...Object.entries(pragmas(outlives)).flatMap(([name, value]) => ['--sqlite-pragma', `${name}=${value}`]),
    ...['--dynamic-config-value', 'frontend.httpAllowedHosts=["disabled.invalid"]'],
  ];
}

/** The environment: nothing of ours leaks in (TEMPORAL_* would override the file). */
export function serverEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = ['PATH', 'HOME', 'TMPDIR', 'TZ'].flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return { ...Object.fromEntries(passed), TEMPORAL_VERSION_CHECK_DISABLED: '1' };
}

/** SQLite reads the name as a URI: what has a meaning there is written as %HH. */
function uriPath(path: string): string {
  return path.replace(/[%?#]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
