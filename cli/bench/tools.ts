/**
 * Which of the tools that Weft is compared with are on this machine, and how a process of each is started.
 *
 * Python tools are looked for in the bench's own environment (`weft bench --install`), else in the `python3` at hand; a C
 * compiler is looked for as `gcc`; JavaScript packages beside Weft's own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tool } from './row.ts';

export interface Command {
  file: string;
  args: readonly string[];
}

export interface Tools {
  /** Version of each tool that is there; of C, also how it is compiled. */
  versions: Readonly<Partial<Record<Tool, string>>>;
  /** How a work of a tool that is there is started, without its options. */
  commandOf(tool: Tool, work: string): Command;
}

export interface ToolOptions {
  /** The Python to use. Default: the bench's own environment, else `python3`. */
  python?: string;
  /** Where compiled C is left. */
  folder: string;
}

const PYTHON_TOOLS: readonly Tool[] = ['igraph', 'networkx', 'networkit', 'cynetdiff', 'duckdb'];
const NODE_PACKAGES = { graphology: 'graphology-metrics', arquero: 'arquero' } as const;

/**
 * C as packages of it are distributed, which have to run on every processor of the kind, as WebAssembly and the other
 * peers do; and C with all that the processor at hand can do, registers of up to 512 bits among it.
 */
const C_FLAGS = {
  c: process.arch === 'x64' ? ['-O3', '-march=x86-64-v2'] : ['-O3'],
  'c-native': ['-O3', '-march=native'],
} as const;
const BUILDS = ['c', 'c-native'] as const;

export function findTools({ python = usualPython(), folder }: ToolOptions): Tools {
  const versions: Partial<Record<Tool, string>> = { weft: process.versions.node, ...versionsInPython(python) };
  const gcc = firstLine('gcc', ['-dumpfullversion']);
  if (gcc !== null) for (const build of BUILDS) versions[build] = `${gcc} ${C_FLAGS[build].join(' ')}`;
  for (const tool of ['graphology', 'arquero'] as const) {
    const version = versionOfPackage(NODE_PACKAGES[tool]);
    if (version !== null) versions[tool] = version;
  }
  return {
    versions,
    commandOf(tool, work) {
      if (tool === 'weft') return { file: process.execPath, args: [pathOf('ours/serve.mjs'), work] };
      if (tool === 'c' || tool === 'c-native') return { file: compiled(work, tool, folder), args: [] };
      if (tool === 'graphology' || tool === 'arquero') {
        return { file: process.execPath, args: [pathOf(`peers/javascript/${tool}.mjs`), work] };
      }
      return { file: python, args: [pathOf(`peers/python/${tool}_peer.py`), work] };
    },
  };
}

/** Where `weft bench --install` puts what is compared with. */
export function environmentFolder(): string {
  return join(process.env.WEFT_CACHE ?? join(homedir(), '.cache', 'weft'), 'bench');
}

export function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function usualPython(): string {
  const own = join(environmentFolder(), 'bin', 'python');
  return existsSync(own) ? own : 'python3';
}

function versionsInPython(python: string): Partial<Record<Tool, string>> {
  const script = `
import importlib.metadata as metadata, json
found = {}
for name in ${JSON.stringify(PYTHON_TOOLS)}:
    try: found[name] = metadata.version(name)
    except metadata.PackageNotFoundError: pass
print(json.dumps(found))`;
  const said = firstLine(python, ['-c', script]);
  return said === null ? {} : (JSON.parse(said) as Partial<Record<Tool, string>>);
}

function versionOfPackage(name: string): string | null {
  try {
    const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
    return (manifest as { version: string }).version;
  } catch {
    return null;
  }
}

function firstLine(file: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(file, args, { encoding: 'utf8' });
  return status === 0 ? (stdout.split('\n')[0] ?? null) : null;
}

function compiled(work: string, build: keyof typeof C_FLAGS, folder: string): string {
  const program = join(folder, `${build}-${work}`);
  if (existsSync(program)) return program;
  const source = pathOf(`peers/c/${work}.c`);
  const { status, stderr } = spawnSync('gcc', [...C_FLAGS[build], source, '-o', program, '-lm'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${source} does not compile:\n${stderr}`);
  return program;
}
