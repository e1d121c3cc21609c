/** Nothing is opened that a web page or another machine could reach, and nothing is set weaker than was measured. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cliArguments, officialConfig, serverEnvironment } from '../../../workflows/host/temporal-config.ts';

const pair = (grpc: number) => ({ grpc, membership: grpc + 1 });
const outlives = 'power-cuts';
const ports = { frontend: pair(7000), history: pair(7002), matching: pair(7004), worker: pair(7006) };

describe('what the embedded server is told', () => {
  it('the official server: loopback for every service, no HTTP, no pprof, no metrics, the measured pragmas', () => {
    const files = { databaseFile: '/data/50% #1?/t.db', dynamicConfigFile: '/data/dynamic.yaml' };
    const config = parse(officialConfig({ ...files, ports, cluster: 'weft-1', outlives }));
    expect(Object.keys(config.services)).toEqual(['frontend', 'history', 'matching', 'worker']);
    for (const { rpc } of Object.values(config.services) as { rpc: object }[]) {
      expect(Object.keys(rpc)).toEqual(['grpcPort', 'membershipPort', 'bindOnLocalHost']);
      expect(rpc).toMatchObject({ bindOnLocalHost: true });
    }
    expect(Object.keys(config.global)).toEqual(['membership']);
    const { sql } = config.persistence.datastores.sqlite;
    expect(sql.databaseName).toBe('/data/50%25 %231%3F/t.db');
    expect(sql.connectAttributes).toEqual({
      ...{ cache: 'private', setup: 'true', journal_mode: 'wal', synchronous: '2', secure_delete: 'on' },
    });
  });

  it('the CLI: headless unless asked, the same pragmas, an HTTP API that answers to no host', () => {
    const text = cliArguments({ databaseFile: '/data/t.db', port: 7000, uiPort: null, outlives }).join(' ');
    expect(text).toContain('server start-dev --ip 127.0.0.1 --port 7000 --headless');
    for (const pragma of ['journal_mode=wal', 'synchronous=2', 'secure_delete=on']) {
      expect(text).toContain(`--sqlite-pragma ${pragma}`);
    }
    expect(text).toContain('--dynamic-config-value frontend.httpAllowedHosts=["disabled.invalid"]');
    const withUi = cliArguments({ databaseFile: '/data/t.db', port: 7000, uiPort: 8000, outlives }).join(' ');
    expect(withUi).toContain('--ui-ip 127.0.0.1 --ui-port 8000');
    expect(withUi).not.toContain('--headless');
  });

  it('only where it is told so does it not wait for the disk at every write', () => {
    const options = { databaseFile: '/data/t.db', port: 7000, uiPort: null, outlives: 'crashes' } as const;
    expect(cliArguments(options)).toContain('synchronous=1');
    const files = { databaseFile: '/data/t.db', dynamicConfigFile: '/data/dynamic.yaml' };
    const config = parse(officialConfig({ ...files, ports, cluster: 'weft-1', outlives: 'crashes' }));
    expect(config.persistence.datastores.sqlite.sql.connectAttributes.synchronous).toBe('1');
  });

  it('no setting leaks in from the environment, and nothing is sent out to ask for newer versions', () => {
    const env = serverEnvironment({ PATH: '/bin', TEMPORAL_ENVIRONMENT: 'x', DATABASE_URL: 'secret' });
    expect(env).toEqual({ PATH: '/bin', TEMPORAL_VERSION_CHECK_DISABLED: '1' });
  });
});
