/** Vega and Vega-Lite as JupyterLab's renderer has them, from the workspace test/support/jupyterlab-vega. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type * as Vega from 'vega';
import type * as VegaLite from 'vega-lite';

export async function vegaOfJupyterLab(): Promise<{ vega: typeof Vega; vegaLite: typeof VegaLite }> {
  const require = createRequire(new URL('../../../support/jupyterlab-vega/package.json', import.meta.url));
  const [vega, vegaLite] = await Promise.all(
    ['vega', 'vega-lite'].map((name) => import(pathToFileURL(require.resolve(name)).href)),
  );
  return { vega: withDefault(vega), vegaLite: withDefault(vegaLite) };
}

/** Both are bundles for CommonJS, whose exports Node puts into `default`. */
function withDefault<Module>(module: Module & { default?: Module }): Module {
  return module.default ?? module;
}
