/**
 * The frame's program as one script: sigma, graphology and `browser/`, packed by esbuild once for each state of the
 * sources and kept beside the packages, as the kernels are. A page holds it whole, since it must last without a network.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCES = fileURLToPath(new URL('./browser', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/weft', import.meta.url));

let packed: Promise<string> | null = null;

/** The script's text, in which nothing can end a script element. */
export function browserBundle(): Promise<string> {
  packed ??= packOnce();
  return packed;
}

async function packOnce(): Promise<string> {
  const file = join(CACHE, `map-${stateOfSources()}.js`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { outputFiles } = await build({
    entryPoints: [join(SOURCES, 'main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    banner: { js: '/* sigma.js, graphology: MIT licence */' },
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = outputFiles[0]!.text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  mkdirSync(CACHE, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, script);
  renameSync(unfinished, file);
  return script;
}

/** Of what is packed: our files, and the versions of what they stand on. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(SOURCES)
    .sort()
    .map((name) => join(SOURCES, name));
  const data = fileURLToPath(new URL('./frame-data.ts', import.meta.url));
  const packages = ['sigma', 'graphology', 'esbuild'].map((name) =>
    fileURLToPath(new URL(`../../../node_modules/${name}/package.json`, import.meta.url)),
  );
  for (const file of [...files, data, ...packages]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
