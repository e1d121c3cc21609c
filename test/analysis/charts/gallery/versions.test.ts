import * as vegaHere from 'vega';
import * as vegaLiteHere from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { CASES, drawCase } from './cases.ts';
import { threeRegionsRecords } from './records.ts';
import { vegaOfJupyterLab } from './vega-of-jupyterlab.ts';

const records = threeRegionsRecords();
const there = await vegaOfJupyterLab();
const VERSIONS = {
  'Vega-Lite of reports': { vega: vegaHere, vegaLite: vegaLiteHere, version: /^6\./ },
  'Vega-Lite of JupyterLab': { ...there, version: /^5\.6\.1$/ },
};

describe.each(Object.entries(VERSIONS))(
  '%s draws every chart of the gallery without a warning',
  (_, { vega, vegaLite, version }) => {
    it('is the version that is meant', () => {
      expect(vegaLite.version).toMatch(version);
    });

    it.each(Object.keys(CASES))('%s', async (name) => {
      const { spec } = drawCase(records, name);
      const said: string[] = [];
      const logger = loggerInto(said);
      const compiled = vegaLite.compile(spec as never, { logger: logger as never });
      const view = new vega.View(vega.parse(compiled.spec as never), { renderer: 'none', logger: logger as never });
      const svg = await view.toSVG();
      view.finalize();
      expect(said).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.match(/<path|<text/g)!.length).toBeGreaterThan(5);
    });
  },
);

function loggerInto(said: string[]) {
  const note = (...words: unknown[]) => {
    said.push(words.map(String).join(' '));
    return logger;
  };
  const quiet = () => logger;
  const level = (given?: number) => (given === undefined ? 2 : logger);
  const logger: Record<string, unknown> = { level, error: note, warn: note, info: quiet, debug: quiet };
  return logger;
}
