import { table } from 'arquero';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../analysis/charts/chart.ts';
import type { Spec } from '../../../analysis/charts/theme.ts';
import { bundlesOf, isShowable, VEGA_LITE_5 } from '../../../notebooks/lib/show/bundle-of.ts';
import { provideCells } from '../../../notebooks/lib/show/cell.ts';
import { lookOf, show } from '../../../notebooks/lib/show/show.ts';
import { SHOW } from '../../../notebooks/lib/show/shows-itself.ts';

const spec: Spec = {
  title: 'Two regions',
  data: { values: [{ region: 'north', ties: 3 }] },
  mark: 'bar',
  encoding: { x: { field: 'region', type: 'nominal' }, y: { field: 'ties', type: 'quantitative' } },
};
const chart: Chart = {
  id: 'bars',
  title: 'North has ties',
  description: 'Bars.',
  spec,
  rows: [],
  notes: ['n = 3 <b>'],
};

describe('Story: one bundle, interactive in JupyterLab and a picture everywhere else', () => {
  it('a specification is an object for JupyterLab, an SVG for pages, and words', async () => {
    const [bundle] = await bundlesOf(spec);
    expect(Object.keys(bundle!)).toEqual([VEGA_LITE_5, 'image/svg+xml', 'text/plain']);
    expect(bundle![VEGA_LITE_5]).toMatchObject({
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      mark: 'bar',
    });
    expect(bundle!['image/svg+xml']).toMatch(/^<svg .*Two regions/s);
    expect(bundle!['text/plain']).toBe('Two regions');
  });

  it('a chart has its notes below it, escaped', async () => {
    const [picture, notes] = await bundlesOf(chart);
    expect(picture!['text/plain']).toBe('North has ties\nBars.');
    expect(notes!['text/html']).toContain('n = 3 &#60;b&#62;');
  });

  it('Law: the same picture has the same bytes, and two pictures share no ids', async () => {
    const svg = async (one: Spec): Promise<string> => String((await bundlesOf(one))[0]!['image/svg+xml']);
    const other = { ...spec, data: { values: [{ region: 'south', ties: 4 }] } } as Spec;
    const ids = (text: string): string[] => [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(await svg(spec)).toBe(await svg(spec));
    expect(ids(await svg(spec)).filter((id) => ids(String(other)).includes(id))).toEqual([]);
    expect(new Set([...ids(await svg(spec)), ...ids(await svg(other))]).size).toBe(2 * ids(await svg(spec)).length);
  });

  it('Law: a picture that Vega-Lite warns of is not shown', async () => {
    const wrong = {
      ...spec,
      encoding: { ...(spec as { encoding: object }).encoding, shape: { field: 'region' } },
    } as Spec;
    await expect(bundlesOf(wrong)).rejects.toThrow(/shape dropped.*Change the specification/);
  });

  it('a table of arquero is shown, escaped, and says what it leaves out', async () => {
    const [bundle] = await bundlesOf(table({ name: ['<i>'], n: [1] }));
    expect(bundle!['text/html']).toContain('<td>&#60;i&#62;</td>');
    expect(bundle!['text/plain']).toBe('name  n\n<i>   1\n1 row');
    const long = table({ n: Array.from({ length: 60 }, (_, index) => index) });
    expect((await bundlesOf(long))[0]!['text/html']).toContain('the first 50 of 60 rows');
  });

  it('anything else is shown as it prints', async () => {
    expect(isShowable({ a: 1 })).toBe(false);
    expect(await lookOf({ a: 1 })).toEqual([{ 'text/plain': '{ a: 1 }' }]);
    expect(await lookOf('words')).toEqual([{ 'text/plain': 'words' }]);
  });
});

describe('Story: show writes into the cell that is running', () => {
  it('in order, promises awaited, and the cell waits for it', async () => {
    const written: unknown[] = [];
    const works: Promise<unknown>[] = [];
    const { signal } = new AbortController();
    provideCells(() => ({
      signal,
      display: (bundle) => written.push(bundle['text/plain']),
      waitFor: (work) => works.push(work),
    }));
    show('first', Promise.resolve({ [SHOW]: () => ({ 'text/plain': 'second' }) }), 'third');
    expect(works).toHaveLength(1);
    await works[0];
    expect(written).toEqual(['first', 'second', 'third']);
    provideCells(() => null);
  });
});
