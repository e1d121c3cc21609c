/**
 * The one place that reaches into tslab 1.0.22 (a dependency at exactly that version): of it we use the converter, which
 * knows how to compile one cell after another with all that earlier cells declared. How a cell runs, what it shows and how
 * it fails is ours.
 *
 * tslab takes its compiler's settings and its second pass from the module `@tslab/typescript-for-tslab`. Both need more than
 * it offers, so it is given a copy of that module in which three functions are ours:
 * - `createWatchCompilerHost` adds the settings: where the package `weft` has its types wherever the notebook lies, no
 *   other global types than Node's (each costs time before the first cell), a source map; and it watches no real files;
 * - `transpileModule`, tslab's second pass (from ES modules to CommonJS), keeps its source map and guards awaits;
 * - `getCompletionsAtPositionForTslab` is given the file system, without which it throws on values with symbols as keys:
 *   it looks where the symbol could be imported from.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { Converter } from 'tslab/dist/converter.js';

export type { Converter, Diagnostic } from 'tslab/dist/converter.js';
export type { TypeScript };

const require = createRequire(import.meta.url);
const TYPESCRIPT = require.resolve('@tslab/typescript-for-tslab');
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

export const ts = require(TYPESCRIPT) as typeof TypeScript;

/** What becomes of a second pass: its input and its output, each with its map. */
export interface Transpiled {
  input: string;
  output: string;
  map: string;
}

/** A second pass with transformers of ours. */
export type BeforeSecondPass = (input: string) => TypeScript.TransformerFactory<TypeScript.SourceFile>;

let beforeSecondPass: BeforeSecondPass | null = null;
let last: Transpiled | null = null;

type Complete = typeof TypeScript.Completions.getCompletionsAtPositionForTslab;
type AfterHost = Parameters<Complete> extends [unknown, ...infer Rest] ? Rest : never;

const host: Partial<TypeScript.LanguageServiceHost> = {
  getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
  useCaseSensitiveFileNames: () => true,
  fileExists: (path: string) => ts.sys.fileExists(path),
  readFile: (path: string) => ts.sys.readFile(path),
  directoryExists: (path: string) => ts.sys.directoryExists(path),
};

const ours = {
  ...ts,
  createWatchCompilerHost(
    files: string[],
    settings: TypeScript.CompilerOptions,
    system: TypeScript.System,
    ...rest: [createProgram?: undefined]
  ) {
    return ts.createWatchCompilerHost(files, { ...settings, ...settingsOfOurs() }, unwatching(system, files), ...rest);
  },
  transpileModule(input: string, options: TypeScript.TranspileOptions): TypeScript.TranspileOutput {
    const compilerOptions = { ...options.compilerOptions, sourceMap: true };
    const before = beforeSecondPass === null ? [] : [beforeSecondPass(input)];
    const done = ts.transpileModule(input, { ...options, compilerOptions, transformers: { before } });
    last = { input, output: done.outputText, map: done.sourceMapText ?? '' };
    return done;
  },
  Completions: {
    ...ts.Completions,
    getCompletionsAtPositionForTslab(_: object, ...rest: AfterHost) {
      return ts.Completions.getCompletionsAtPositionForTslab(host as TypeScript.LanguageServiceHost, ...rest);
    },
  },
};
require.cache[TYPESCRIPT]!.exports = ours;

const converter = require('tslab/dist/converter') as typeof import('tslab/dist/converter.js');
const { printQuickInfo } = require('tslab/dist/inspect') as typeof import('tslab/dist/inspect.js');

export { printQuickInfo };
export const { isCompleteCode } = converter;

/** The converter for notebooks in the folder that the process is in. */
export function createConverter(): Converter {
  return converter.createConverter({ isJS: false, isBrowser: false });
}

/** Runs a conversion whose second pass guards awaits, and tells of that pass; null where there was nothing to emit. */
export function withSecondPass<T>(
  before: BeforeSecondPass,
  convert: () => T,
): { converted: T; pass: Transpiled | null } {
  beforeSecondPass = before;
  last = null;
  try {
    const converted = convert();
    return { converted, pass: last };
  } finally {
    beforeSecondPass = null;
  }
}

/**
 * Only the cell's own two files, which are in memory, tell of changes. tslab bears one change at a time and none while a
 * cell compiles, so that a file saved anywhere near the notebook would fail the next cell; and what has been imported
 * stays as it was until the kernel is started anew.
 */
function unwatching(system: TypeScript.System, files: readonly string[]): TypeScript.System {
  const watched: TypeScript.System = Object.create(system);
  const unwatched: TypeScript.FileWatcher = { close: () => undefined };
  watched.watchFile = (path, ...rest) =>
    files.includes(path) ? (system.watchFile?.(path, ...rest) ?? unwatched) : unwatched;
  watched.watchDirectory = () => unwatched;
  return watched;
}

function settingsOfOurs(): TypeScript.CompilerOptions {
  return {
    inlineSourceMap: true,
    // Packages say in their `exports` where their types are.
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    typeRoots: [`${PROJECT}node_modules/@types`],
    paths: { weft: [`${PROJECT}node_modules/weft`], '*': ['*', `${PROJECT}node_modules/*`] },
    baseUrl: undefined,
  };
}
