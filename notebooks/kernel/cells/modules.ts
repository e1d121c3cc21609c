/**
 * What `import … from "x"` finds in a cell. Cells are compiled to `require`, which on Node 20 cannot load ES modules with
 * a top-level await (vega, vega-lite): everything that a cell requires is imported before it runs, and its `require` hands
 * that out.
 *
 * `weft` is the library's sources as they are. Other packages are those of this checkout, or what is installed beside the
 * notebook; files (`./helpers.ts`) lie beside it.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Modules {
  /** @throws what a module throws that cannot be loaded. */
  load(ids: readonly string[]): Promise<void>;
  require(id: string): unknown;
}

/** A package that is in neither place. */
export class NoSuchModule extends Error {
  override readonly name = 'NoSuchModule';
}

const LIBRARY = new URL('../../lib/index.ts', import.meta.url).href;

export function createModules(folder: string): Modules {
  const loaded = new Map<string, unknown>();
  const fromFolder = createRequire(join(folder, 'notebook.js'));
  return {
    async load(ids) {
      for (const id of ids) {
        if (!loaded.has(id)) loaded.set(id, asRequired(await import(addressOf(id, folder, fromFolder))));
      }
    },
    require(id) {
      if (!loaded.has(id))
        throw new NoSuchModule(`require(${JSON.stringify(id)}) comes too late; write: import … from`);
      return loaded.get(id);
    },
  };
}

function addressOf(id: string, folder: string, fromFolder: NodeJS.Require): string {
  if (id === 'weft') return LIBRARY;
  if (/^\.{0,2}\//.test(id)) return pathToFileURL(resolve(folder, id)).href;
  try {
    return import.meta.resolve(id);
  } catch {
    return addressBeside(id, fromFolder);
  }
}

function addressBeside(id: string, fromFolder: NodeJS.Require): string {
  try {
    return pathToFileURL(fromFolder.resolve(id)).href;
  } catch {
    throw new NoSuchModule(`there is no package ${JSON.stringify(id)} here; install it with: npm install ${id}`);
  }
}

/**
 * As TypeScript's own helpers expect what `require` gives: marked as an ES module, so that `default` is its default. Of a
 * CommonJS package Node names only those exports that it can see without running it; the rest are members of the default.
 */
function asRequired(module: { default?: unknown }): unknown {
  const whole = typeof module.default === 'object' && module.default !== null ? module.default : {};
  return Object.assign(Object.create(null), whole, module, { __esModule: true });
}
