import * as vegaHere from 'vega';
import * as vegaLiteHere from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { type MapOptions, networkMapOf } from '../../../../analysis/charts/map/index.ts';
import { drawn } from '../../../support/networks.ts';
import { threeRegionsRecords } from '../gallery/records.ts';
import { vegaOfJupyterLab } from '../gallery/vega-of-jupyterlab.ts';

const VERSIONS = {
  'Vega-Lite of reports': { vega: vegaHere, vegaLite: vegaLiteHere },
  'Vega-Lite of JupyterLab': await vegaOfJupyterLab(),
};
const records = threeRegionsRecords();
const ALL: Record<string, MapOptions> = {
  plain: {},
  groups: { colour: 'region', labels: 'ids', highlight: ['p07'], proposed: [['p01', 'p41']], direction: true },
  figures: { colour: 'betweenness', size: 'in-degree', wave: '1' },
  multiples: { over: 'waves', arrange: 'multiples', colour: 'region', highlight: 'cut-points' },
  slider: { over: 'waves', colour: 'in-degree', size: 'degree', highlight: 'bridges' },
};

describe.each(Object.entries(VERSIONS))('%s draws maps without a warning', (_, { vega, vegaLite }) => {
  const viewOf = (spec: object) => {
    const said: string[] = [];
    const note = (...words: unknown[]) => {
      said.push(words.map(String).join(' '));
      return logger;
    };
    const quiet = () => logger;
    const logger: Record<string, unknown> = { level: quiet, error: note, warn: note, info: quiet, debug: quiet };
    const compiled = vegaLite.compile(spec as never, { logger: logger as never });
    return {
      view: new vega.View(vega.parse(compiled.spec as never), { renderer: 'none', logger: logger as never }),
      said,
    };
  };

  it.each(Object.entries(ALL))('%s', async (_name, options) => {
    const { view, said } = viewOf(networkMapOf(records, options).spec);
    const svg = await view.toSVG();
    view.finalize();
    expect(said).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg.match(/<path/g)!.length).toBeGreaterThan(60);
  });

  it('nobody, one, and nobody tied', async () => {
    for (const network of ['', 'a', 'a b c']) {
      const { view, said } = viewOf(networkMapOf(drawn({ network })).spec);
      await view.toSVG();
      view.finalize();
      expect(said).toEqual([]);
    }
  });

  it('moves the slider from the last wave to the first, and the words under the picture with it', async () => {
    const { view } = viewOf(networkMapOf(records, { over: 'waves' }).spec);
    const last = await view.toSVG();
    expect(last).toContain('wave 2: ');
    view.signal('picture', 0);
    const first = await view.toSVG();
    view.finalize();
    expect(first).toContain('wave 1: ');
    expect(first).not.toContain('wave 2: ');
    expect(first).not.toBe(last);
  });
});
