/** What made a report, for its method section. Versions of our own code and of what computes; never of the machine. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Packages whose version can change a figure or a picture. */
const COMPONENTS = ['assemblyscript', 'graphology', 'graphology-layout-forceatlas2', 'arquero', 'vega', 'vega-lite'];

const Manifest = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()).default({}) });

export async function componentVersions(): Promise<Record<string, string>> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { version, dependencies } = Manifest.parse(JSON.parse(text));
  const named = COMPONENTS.map((name) => [name, dependencies[name] ?? 'not installed'] as const);
  return Object.fromEntries([['weft', version], ...named]);
}
