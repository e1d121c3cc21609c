import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../../analysis/charts/chart.ts';
import { drawChart } from '../../../../analysis/charts/gallery/draw.ts';
import type { ChartOptions } from '../../../../analysis/charts/gallery/entry.ts';
import { GALLERY } from '../../../../analysis/charts/gallery/index.ts';
import { renderSvg } from '../../../../analysis/charts/render.ts';
import { createRandom } from '../../../../analysis/inference/random.ts';
import { MeasureError } from '../../../../analysis/measure-error.ts';
import type { BodyOf, NetworkRecords } from '../../../../data/records/index.ts';
import { datasetsPresent, needsDatasets, readDataset } from '../../../support/datasets.ts';

const MOST_BYTES = 300_000;

interface Shape {
  members: number;
  groups?: (member: number) => string;
  tiesEach?: number;
  /** Share of members who answer. */
  answering?: number;
  adopts?: (member: number) => number | string | null;
  contributionsEach?: number;
}

/** Two waves of a network that is otherwise left to seeded chance. */
function network(shape: Shape): NetworkRecords {
  const { members, groups = (at) => `g${at % 3}`, tiesEach = 4, answering = 1, adopts = () => null } = shape;
  const random = createRandom(11, 'hostile');
  const ids = Array.from({ length: members }, (_, at) => `m${String(at).padStart(4, '0')}`);
  const answers = ids.map((_, at) => at < members * answering);
  const tie = (from: string, to: string, wave: string): BodyOf<'tie'> => ({
    ...{ from, to, type: 'advice', strength: 1, wave, time: null, occurrence: 0 },
  });
  const ties = ['1', '2'].flatMap((wave) =>
    ids.flatMap((from, at) => {
      if (!answers[at] || members < 2) return [];
      const named = new Set(Array.from({ length: tiesEach }, () => ids[random.below(members)]!));
      return [...named].filter((to) => to !== from).map((to) => tie(from, to, wave));
    }),
  );
  return {
    members: ids.map((member, at) => ({ member, status: 'active', hub: at === 0, attributes: { region: groups(at) } })),
    ties,
    adoptions: ids.flatMap((member, at) => {
      const time = adopts(at);
      return time === null ? [] : [{ member, practice: 'a practice', time, censored: false }];
    }),
    waves: [],
    responses: ['1', '2'].flatMap((wave) =>
      ids.map((member, at) => ({ wave, member, status: answers[at] ? 'answered' : 'no-answer' }) as const),
    ),
    contributions: ids.flatMap((member, at) =>
      Array.from({ length: at % ((shape.contributionsEach ?? 2) + 1) }, (_, number) => ({
        ...{ contribution: `c${at}-${number}`, cycle: 1, stage: 'exchange' as const, member },
        ...{ helped: ids[(at + 7) % members]!, text: null },
      })),
    ),
  };
}

const months = (at: number): string => `2026-0${1 + (at % 6)}-10`;
const SHAPES: Record<string, NetworkRecords> = {
  'one member': network({ members: 1, adopts: months }),
  'five members': network({ members: 5, adopts: months }),
  'nobody answered': network({ members: 40, answering: 0, adopts: months }),
  'a fifth answered': network({ members: 60, answering: 0.2, adopts: months }),
  'one group': network({ members: 40, groups: () => 'all of us', adopts: months }),
  'forty groups': network({ members: 400, groups: (at) => `group ${at % 40}`, adopts: months }),
  'groups of four': network({ members: 40, groups: (at) => `g${Math.floor(at / 4)}`, adopts: months }),
  'nobody named anybody': network({ members: 40, tiesEach: 0, adopts: months }),
  'everybody named everybody': network({ members: 30, tiesEach: 600, adopts: months }),
  'no adoptions': network({ members: 40 }),
  'one adoption': network({ members: 40, adopts: (at) => (at === 3 ? 2 : null) }),
  'all adopt at once': network({ members: 40, adopts: () => 1 }),
  'all adopt, a thousand periods apart': network({ members: 40, adopts: (at) => 1 + (at % 8) * 1000 }),
  'hostile names': network({
    members: 45,
    groups: (at) =>
      ['<script>alert(1)</script> & "quoted" words that go on and on', `it's \\ "so"`, '地区 <b>'][at % 3]!,
    adopts: months,
  }),
  'a thousand members': network({
    members: 1000,
    groups: (at) => `g${at % 9}`,
    tiesEach: 14,
    adopts: (at) => (at % 3 === 0 ? 1 + (at % 20) : null),
  }),
};

/** What each chart needs to be asked; the rest is left to its defaults. */
const ASKED: Record<string, ChartOptions> = {
  'tie-change': { wave: ['1', '2'], groupBy: 'region' },
  'time-to-adoption': { groupBy: 'region' },
  'simulation-fan': { runs: 50, groupBy: 'region' },
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
    'a European institute (email_eu_core), 1,005 members of 42 depts: %s',
    async (id) => {
      const { needs, takes } = GALLERY.find((entry) => entry.id === id)!;
      // Ranges of rank of so many are measured by their degrees; the rest takes seconds.
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
