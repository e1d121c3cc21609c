/**
 * The kernels' WebAssembly: compiled from `assembly/` once for each state of the sources, and kept beside the packages.
 *
 * `npm ci` compiles it ahead (package.json, "prepare"); where that was left out, the first heavy measurement does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ASSEMBLY = fileURLToPath(new URL('./assembly', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/weft', import.meta.url));
const FLAGS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

let compiled: WebAssembly.Module | null = null;

export function kernelsModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(compileKernels()));
  return compiled;
}

/** Compiles the kernels unless it has been done. @returns the file's path. */
export function compileKernels(): string {
  const file = join(CACHE, `kernels-${stateOfSources()}.wasm`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'compile-'));
  try {
    const made = join(folder, 'kernels.wasm');
    const compiler = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin/asc.js');
    const { status, stderr } = spawnSync(process.execPath, [compiler, 'index.ts', ...FLAGS, '--outFile', made], {
      cwd: ASSEMBLY,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the kernels in analysis/kernels/assembly do not compile:\n${stderr}`);
    renameSync(made, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return file;
}

/**
 * How many files, how large, and when the last was written: any edit changes it. Reading and hashing them all would cost
 * a fresh process more than its first measurement.
 */
function stateOfSources(): string {
  const states = readdirSync(ASSEMBLY).map((name) => statSync(join(ASSEMBLY, name)));
  const bytes = states.reduce((sum, { size }) => sum + size, 0);
  const latest = Math.max(...states.map(({ mtimeMs }) => mtimeMs));
  return `${states.length}-${bytes}-${Math.round(latest)}`;
}
