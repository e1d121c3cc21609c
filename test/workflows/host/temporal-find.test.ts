/** Whoever has no Temporal server learns what was tried and what to do; whoever has one is not made to wait for another. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheDir } from '../../../workflows/host/cache-dir.ts';
import { ensureTemporalServer, NoTemporalServer } from '../../../workflows/host/temporal-server.ts';
import { isAtLeast } from '../../../workflows/host/temporal-version.ts';

describe('finding a server', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weft-find-'));
    await mkdir(join(folder, 'bin'));
    // Nothing on PATH but what a test puts there, an empty cache, and a proxy where nobody answers.
    const proxy = 'http://127.0.0.1:9';
    env = { PATH: join(folder, 'bin'), WEFT_CACHE: join(folder, 'cache'), HTTPS_PROXY: proxy, HTTP_PROXY: proxy };
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A program of the name that prints one line, as the real one does when asked for its version. */
  const program = async (name: string, line: string) => {
    const path = join(folder, 'bin', name);
    await writeFile(path, `#!/bin/sh\necho '${line}'\n`);
    await chmod(path, 0o755);
    return path;
  };
  const find = () => ensureTemporalServer({ dataDir: join(folder, 'data'), env });
  const made = async (version: object) => {
    await mkdir(join(folder, 'data', 'temporal'), { recursive: true });
    await writeFile(join(folder, 'data', 'temporal', 'version.json'), JSON.stringify(version));
  };

  it('an address that a person gave comes first, and nothing else is looked at', async () => {
    env = { ...env, TEMPORAL_ADDRESS: 'temporal.example:7233' };
    expect(await find()).toEqual({ binary: 'temporal.example:7233', kind: 'address', version: 'unknown' });
  });

  it('a CLI on PATH is taken when its server is new enough', async () => {
    const binary = await program('temporal', 'temporal version 1.9.1 (Server 1.32.1, UI 2.50.0)');
    expect(await find()).toEqual({ binary, kind: 'cli', version: '1.32.1' });
  });

  it('where nothing works, one error names each step, its reason, and what to do', async () => {
    await program('temporal', 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)');
    await program('go', 'go version go1.24.1 linux/amd64');
    const error = await find().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(NoTemporalServer);
    const { tried, message } = error as NoTemporalServer;
    expect(tried.map(({ why }) => why).slice(0, 4)).toEqual([
      'not there, or it does not run',
      'not there',
      'its server is 1.29.1, older than 1.32.0',
      'Go is 1.24.1, older than 1.26.8',
    ]);
    expect(tried).toHaveLength(5);
    expect(tried[4]?.step).toContain("SDK's own download");
    expect(message).toContain('install Go 1.26.8 or newer');
    expect(message).toContain('TEMPORAL_ADDRESS=host:port');
  }, 150_000);

  it('passes over a server that cannot read the data already there', async () => {
    await program('temporal', 'temporal version 1.9.1 (Server 1.32.1, UI 2.50.0)');
    await made({ kind: 'official', version: '1.32.0', cluster: 'weft-1' });
    const error = await find().catch((caught: unknown) => caught);
    const onPath = (error as NoTemporalServer).tried.find(({ step }) => step === 'temporal CLI on PATH');
    expect(onPath?.why).toMatch(
      /it is the cli server 1\.32\.1, but the data in .* was made by the official server 1\.32\.0/,
    );
  }, 150_000);

  it('keeps what it builds where the user keeps caches', () => {
    expect(cacheDir({ WEFT_CACHE: '/a' })).toBe('/a');
    expect(cacheDir({ XDG_CACHE_HOME: '/b' })).toBe('/b/weft');
    expect(cacheDir({ XDG_CACHE_HOME: 'relative' })).toMatch(/\/\.cache\/weft$/);
  });

  it('compares versions by their numbers', () => {
    expect([isAtLeast('1.32.0', '1.32.0'), isAtLeast('1.100.0', '1.32.0'), isAtLeast('2.0', '1.32.9')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isAtLeast('1.31.9', '1.32.0'), isAtLeast('1.26', '1.26.8')]).toEqual([false, false]);
  });
});
