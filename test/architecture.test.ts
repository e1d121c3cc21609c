import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { bundle } from './support/bundle.ts';

/**
 * The arrows of ARCHITECTURE.md. Each row: files below `from` may import files below `ours` (and their own folder) and
 * the packages that `packages` names; the first row whose `from` fits a file counts.
 */
const ARROWS: { from: string; ours: string[]; packages: RegExp }[] = [
  { from: 'data/records', ours: [], packages: /^zod$/ },
  {
    from: 'data',
    ours: ['data'],
    packages:
      /^(node:|zod$|kysely|libsql$|pg$|yaml$|csv-parse|read-excel-file|fflate$|saxes$|canonicalize$|graphology|luxon$|ical-generator$)/,
  },
  {
    from: 'analysis/kernels',
    ours: [],
    packages: /^node:(child_process|crypto|fs|module|os|path|url|worker_threads)$/,
  },
  {
    from: 'analysis',
    ours: ['data/records', 'analysis'],
    packages: /^(node:(crypto|worker_threads)$|graphology|arquero$|vega$|vega-lite|canonicalize$)/,
  },
  { from: 'workflows/contract', ours: ['data/records'], packages: /^zod$/ },
  {
    from: 'workflows/definitions',
    ours: ['data/records', 'workflows/contract'],
    packages: /^@temporalio\/(workflow|common)/,
  },
  {
    from: 'workflows/activities',
    ours: ['analysis', 'data', 'workflows/contract'],
    packages: /^(node:|@temporalio\/activity$|luxon$|nodemailer)/,
  },
  {
    from: 'workflows/host',
    ours: ['data', 'workflows/contract', 'workflows/activities'],
    packages: /^(node:|@temporalio\/(worker|client|common|proto)|pino$|proper-lockfile$|luxon$|yaml$|zod$)/,
  },
  {
    from: 'notebooks/kernel',
    ours: ['notebooks/lib/show', 'notebooks/kernel'],
    packages: /^(node:|tslab\/|@tslab\/typescript-for-tslab$|zeromq$)/,
  },
  { from: 'notebooks/environment', ours: [], packages: /^(node:|proper-lockfile$|typescript$)/ },
  {
    from: 'notebooks/check',
    ours: ['notebooks/environment', 'notebooks/kernel', 'notebooks/lib'],
    packages: /^node:/,
  },
  {
    from: 'notebooks/lib/map',
    ours: ['analysis', 'data/records', 'notebooks/lib'],
    packages: /^(node:|graphology|esbuild$|sigma(\/|$)|@resvg\/resvg-js$)/,
  },
  {
    from: 'notebooks/export',
    ours: ['analysis', 'notebooks'],
    packages: /^(node:|playwright-core$)/,
  },
  {
    from: 'notebooks',
    ours: ['analysis', 'data', 'workflows/contract', 'workflows/host', 'notebooks'],
    packages: /^(node:|arquero$|graphology|vega-lite$|yaml$|zod$)/,
  },
  {
    from: 'cli',
    ours: ['analysis', 'data', 'workflows/contract', 'workflows/host', 'notebooks'],
    packages: /^(node:|commander$|tsx\/)/,
  },
];

/** What the workflow bundle may contain besides our own definitions, contract and records. */
const IN_THE_SANDBOX =
  /^(@temporalio\/(workflow|common|worker|proto)|zod|ms|long|nexus-rpc|@protobufjs\/.*|protobufjs|(node-)?(assert|util)|.*polyfill.*)$/;

const root = fileURLToPath(new URL('..', import.meta.url));

describe('Law: arrows point one way, and the sandbox holds only what it names', () => {
  const files = ARROWS.map((row) => row.from.split('/')[0] as string)
    .filter((folder, index, all) => all.indexOf(folder) === index)
    .flatMap((folder) => sources(join(root, folder)));

  it('every import follows an arrow', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(file, target))
        .map((target) => `${place(file)} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('no circles: files can be read from general to special', () => {
    const ours = new Set(files.map(place));
    const imports = new Map(files.map((file) => [place(file), importsOf(file).filter((target) => ours.has(target))]));
    expect([...imports.values()].flat().length).toBeGreaterThan(0);
    expect(circlesIn(imports)).toEqual([]);
  });

  it('every source file lies under a row of the table', () => {
    expect(files.map(place).filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  it('definitions know activities and each other by type and path only: no clock, file, network or chance', () => {
    const forbidden = /\b(process\.(env|exit|cwd|pid|hrtime|nextTick)|setTimeout|Math\.random|require\(|new Date\(\))/;
    const wrong = sources(join(root, 'workflows/definitions')).filter((file) =>
      forbidden.test(withoutComments(readFileSync(file, 'utf8'))),
    );
    expect(wrong.map(place)).toEqual([]);
  });

  it('nothing in the workflow bundle comes from a package that is not named', async () => {
    const { code } = await bundle();
    const packages = new Set(
      [...code.matchAll(/node_modules\/((?:@[^/"']+\/)?[^/"']+)\//g)].map((match) => match[1] as string),
    );
    expect(packages.size).toBeGreaterThan(0);
    expect([...packages].filter((name) => !IN_THE_SANDBOX.test(name))).toEqual([]);
  }, 60_000);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        entry.name.endsWith('.ts') &&
        !/node_modules|kernels.assembly|notebooks.lib.types/.test(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Places of ours from the root, packages by name. `import type` counts: a type is knowledge too. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? place(join(dirname(file), fileName)) : fileName,
  );
}

function allowed(file: string, target: string): boolean {
  const row = rowOf(place(file));
  if (row === undefined) return false;
  const ours = ARROWS.some(({ from }) => below(target, from.split('/')[0] as string));
  if (!ours) return row.packages.test(target);
  return below(target, row.from) || row.ours.some((folder) => below(target, folder));
}

/** Each circle as the names of the files that all lead to each other. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)]));
  const circles = [...reached]
    .filter(([file, others]) => others.has(file))
    .map(([file, others]) =>
      [...others]
        .filter((other) => reached.get(other)?.has(file))
        .sort()
        .join(', '),
    );
  return [...new Set(circles)].sort();
}

/** What a file needs to be read first, by any way; itself only where a way leads back to it. */
function reachedFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const target of imports.get(file) ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return reached;
}

function rowOf(file: string) {
  return ARROWS.find(({ from }) => below(file, from));
}

function below(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function place(file: string): string {
  return relative(root, file).split(sep).join('/');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*/g, '');
}
