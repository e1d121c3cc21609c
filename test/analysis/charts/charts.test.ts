import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../../analysis/charts/render.ts';
import { textWidth } from '../../../analysis/charts/text-width.ts';
import { groupScales, MOST_GROUPS, SCHEMA, wrap } from '../../../analysis/charts/theme.ts';
import { firstCheck, reportOf, secondCheck } from '../report/render/fixture.ts';

const charts = [firstCheck(), secondCheck()].flatMap((told) =>
  reportOf(told).sections.flatMap((section) => section.charts),
);
const options = { id: 'c', title: 'A finding', description: 'What is seen', drawTitle: true };

describe('every chart says its finding, is drawn without a warning, and the same each time', () => {
  it('has all kinds of chart to look at', () => {
    const kinds = new Set(charts.map((chart) => chart.id));
    for (const id of [
      'network-map',
      'e-i-groups',
      'mixing-matrix',
      'adoption-curve',
      'figures-over-time',
      'tie-change',
    ]) {
      expect(kinds, id).toContain(id);
    }
  });

  it.each(charts.map((chart) => [chart.id, chart] as const))('%s', async (_id, chart) => {
    expect(chart.spec.$schema).toBe(SCHEMA);
    expect(chart.title.length).toBeGreaterThan(10);
    expect(chart.spec.title).toMatchObject({ text: wrap(chart.title, 68) });
    expect(chart.table.rows.length).toBeGreaterThan(0);
    // renderSvg throws when Vega-Lite or Vega warns.
    const first = await renderSvg(chart.spec, { ...options, id: chart.id });
    expect(await renderSvg(chart.spec, { ...options, id: chart.id })).toBe(first);
    expect(first).toMatch(/^<svg [^>]*role="img"/);
    expect(first).toContain('<title');
    expect(first).not.toContain('NaN');
    expect(first).not.toContain('undefined');
  });

  it('gives two pictures on a page no id in common', async () => {
    const map = charts.find((chart) => chart.id === 'network-map')!;
    const pictures = await Promise.all(
      ['one', 'two'].map((id) => renderSvg({ ...map.spec, config: { view: { clip: true } } }, { ...options, id })),
    );
    const ids = pictures.map((svg) => [...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!));
    expect(ids[0]!.filter((id) => ids[1]!.includes(id))).toEqual([]);
  });

  it('refuses data from outside', async () => {
    const spec = {
      $schema: SCHEMA,
      data: { url: 'https://example.org/data.csv' },
      mark: 'point' as const,
      encoding: {},
    };
    await expect(renderSvg(spec, options)).rejects.toThrow(/chart c/);
  });

  it('gives each group a colour and a shape of its own', () => {
    const scales = groupScales(Array.from({ length: MOST_GROUPS }, (_, at) => `g${at}`));
    expect(new Set(scales.color.range).size).toBe(MOST_GROUPS);
    expect(new Set(scales.shape.range).size).toBe(MOST_GROUPS);
  });

  it('keeps a contrast of 3 to 1 on white for every colour of a group', () => {
    for (const colour of groupScales(Array.from({ length: MOST_GROUPS }, (_, at) => `g${at}`)).color.range) {
      expect(contrastOnWhite(colour), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it('measures text without a canvas', () => {
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('WWW', 12)).toBeGreaterThan(textWidth('iii', 12));
    expect(textWidth('地区', 12)).toBeGreaterThan(textWidth('ab', 12));
  });
});

/** WCAG 2.2, relative luminance. */
function contrastOnWhite(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05);
}
