/**
 * `npm ci` works on other machines than the one that wrote the lock.
 *
 * npm silently drops optional packages from the lock that the registry at hand lacks (github.com/npm/cli, issue
 * 4828). A package that needs its binary for the platform then fails at its first import there, or `npm ci` refuses.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const LockedPackage = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lock = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), LockedPackage) });

/** Packages that carry one binary a platform, and do nothing without it. */
const needsBinary = ['@biomejs/biome', '@swc/core', 'esbuild', 'libsql', 'rolldown'];
/** Linux and macOS, both processors: what README promises, in the words that the packages' names use. */
const platforms = [/linux-x64(?!.*musl)/, /linux-arm64(?!.*musl)/, /darwin-x64/, /darwin-arm64/];

describe('the lock file is whole', async () => {
  const text = await readFile(fileURLToPath(new URL('../package-lock.json', import.meta.url)), 'utf8');
  const lock = Lock.parse(JSON.parse(text));
  const packages = Object.entries(lock.packages).map(([path, entry]) => ({ path, ...entry }));
  const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');
  const names = new Set(packages.map(({ path }) => nameOf(path)));

  it('names every optional package that a locked package asks for', () => {
    const dropped = packages.flatMap(({ path, version, optionalDependencies = {} }) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${nameOf(path)}@${version} lacks ${name}`),
    );
    expect(dropped, 'pin a version whose binaries the registry has (overrides), then install again').toEqual([]);
  });

  it.each(needsBinary)('%s has its binary for every platform we name', (name) => {
    const entry = packages.find(({ path }) => path === `node_modules/${name}`);
    expect(entry, `${name} is gone from the lock: take it out of this list`).toBeDefined();
    const binaries = Object.keys(entry?.optionalDependencies ?? {});
    for (const platform of platforms) {
      const binary = binaries.find((each) => platform.test(each));
      expect(binary, `${name} offers nothing for ${platform}`).toBeDefined();
      expect(names.has(binary ?? ''), `${binary} is missing`).toBe(true);
    }
  });

  it('gives each package a version and a checksum', () => {
    // What lies in a folder of ours (a workspace) comes from no registry.
    const isFetched = (path: string) => path.startsWith('node_modules/') || path.includes('/node_modules/');
    const outside = packages.filter(({ path, link, inBundle }) => isFetched(path) && !link && !inBundle);
    expect(outside.filter(({ version, integrity }) => !version || !integrity).map(({ path }) => path)).toEqual([]);
  });

  it('names no registry: whoever installs uses their own', () => {
    expect(packages.filter(({ resolved, link }) => resolved !== undefined && !link).map(({ path }) => path)).toEqual(
      [],
    );
    expect(text).not.toMatch(/"https?:[^"]*\.tgz/);
  });
});
