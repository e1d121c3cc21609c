import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../../analysis/charts/chart.ts';
import { drawChart } from '../../../../analysis/charts/gallery/draw.ts';
import type { ChartOptions } from '../../../../analysis/charts/gallery/entry.ts';
import { GALLERY } from '../../../../analysis/charts/gallery/index.ts';
import { renderSvg } from '../../../../analysis/charts/render.ts';
import { MeasureError } from '../../../../analysis/measure-error.ts';
import type { NetworkRecords } from '../../../../data/records/index.ts';
import { datasetsPresent, needsDatasets, readDataset } from '../../../support/datasets.ts';
import { network, SHAPES } from './hostile-networks.ts';

const MOST_BYTES = 300_000;

/** What each chart needs to be asked; the rest is left to its defaults. */
const ASKED: Record<string, ChartOptions> = {
  'tie-change': { wave: ['1', '2'], groupBy: 'region' },
  'time-to-adoption': { groupBy: 'region' },
  'simulation-fan': { runs: 50, addTies: [{ from: 'm0001', to: 'm0003' }] },
};

function asked(id: string): ChartOptions {
  const { needs, takes } = GALLERY.find((entry) => entry.id === id)!;
  const common: ChartOptions = {
    ...(needs.includes('groups') ? { groupBy: 'region' } : {}),
    ...(takes.includes('permutations') ? { permutations: 199 } : {}),
  };
  return { ...common, ...ASKED[id] };
}

/** A chart, or null where the network was refused with words. */
function drawn(records: NetworkRecords, id: string, options = asked(id)): Chart | null {
  try {
    return drawChart(records, id, options);
  } catch (error) {
    expect(error, String(error)).toBeInstanceOf(MeasureError);
    expect((error as Error).message).toMatch(/needs|give|unknown/);
    return null;
  }
}

async function expectWhole(chart: Chart): Promise<void> {
  const { id, title, description, spec, rows } = chart;
  expect(title.length).toBeGreaterThan(10);
  for (const words of [title, description, ...chart.notes])
    expect(words).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  const json = JSON.stringify(spec);
  expect(json.length).toBeLessThan(MOST_BYTES);
  expect(JSON.parse(json)).toEqual(spec);
  for (const row of rows)
    for (const value of Object.values(row))
      expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true);
  // renderSvg throws when Vega-Lite or Vega warns.
  const svg = await renderSvg(spec, { id, title, description, drawTitle: true });
  expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|<b>/);
}

describe('a chart of any network is a picture, or says in words why there is none', () => {
  describe.each(Object.keys(SHAPES))('%s', (name) => {
    it.each(GALLERY.map(({ id }) => id))('%s', async (id) => {
      const chart = drawn(SHAPES[name]!, id);
      if (chart !== null) await expectWhole(chart);
    });
  });

  it('shows nothing of fewer members than the smallest group', () => {
    for (const { id } of GALLERY) {
      const chart = drawn(SHAPES['one member']!, id);
      expect(chart?.rows ?? []).toEqual([]);
    }
  });
});

describe('no group of fewer than five is named, drawn or counted by itself', () => {
  const records = network({
    members: 44,
    groups: (at) => (at < 20 ? 'North' : at < 41 ? 'South' : 'Isles'),
    adopts: (at) => (at % 2 === 0 ? 1 + (at % 5) : null),
  });
  it.each(GALLERY.filter(({ takes }) => takes.includes('groupBy')).map(({ id }) => id))('%s', (id) => {
    const chart = drawn(records, id, { ...asked(id), groupBy: 'region' })!;
    const { spec, rows, title, description } = chart;
    expect(JSON.stringify([spec, rows, title, description])).not.toContain('Isles');
  });
});

describe.skipIf(!datasetsPresent)(needsDatasets('charts of real networks are whole, too'), () => {
  it.each(GALLERY.map(({ id }) => id))('physicians in four cities (med_innovations): %s', async (id) => {
    const { needs, takes } = GALLERY.find((entry) => entry.id === id)!;
    const chart = drawn(readDataset('med_innovations'), id, {
      ...(needs.includes('groups') || takes.includes('groupBy') ? { groupBy: 'city' } : {}),
      ...(takes.includes('permutations') ? { permutations: 199 } : {}),
    });
    if (chart !== null) await expectWhole(chart);
  });

  it.each(GALLERY.map(({ id }) => id))(
    'a European institute (email_eu_core), 1,005 members of 42 departments: %s',
    async (id) => {
      const { needs, takes } = GALLERY.find((entry) => entry.id === id)!;
      const chart = drawn(readDataset('email_eu_core'), id, {
        ...(needs.includes('groups') ? { groupBy: 'dept' } : {}),
        ...(takes.includes('permutations') ? { permutations: 199 } : {}),
        ...(id === 'central-members' ? { metric: 'in-degree' } : {}),
        ...(id === 'simulation-fan' ? { runs: 20, addTies: [] } : {}),
      });
      if (chart !== null) await expectWhole(chart);
    },
  );
});
