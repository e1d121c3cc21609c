import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type MapOptions, networkMapOf, sceneOf } from '../../../../analysis/charts/map/index.ts';
import { renderSvg } from '../../../../analysis/charts/render.ts';
import { drawn, member, noRecords, tie } from '../../../support/networks.ts';
import { threeRegionsRecords } from '../gallery/records.ts';
import { randomNetwork } from './map-networks.ts';

const GOLDEN = fileURLToPath(new URL('../../../golden/charts/', import.meta.url));
const example = threeRegionsRecords();
const svgOf = (options: MapOptions, records = example): Promise<string> => {
  const { id, title, description, spec } = networkMapOf(records, options);
  return renderSvg(spec, { id, title, description, drawTitle: true });
};

const PICTURES: Record<string, MapOptions> = {
  'map.groups': { colour: 'region', wave: '1', proposed: [['p01', 'p41']] },
  'map.figures': { colour: 'betweenness', size: 'in-degree', wave: '2', highlight: ['p07'], labels: 'ids' },
  'map.multiples': { colour: 'region', over: 'waves', arrange: 'multiples' },
  'map.slider': { colour: 'region', over: 'waves', highlight: 'cut-points' },
};

describe('a map is drawn as it was agreed (UPDATE_GOLDEN=1 draws it anew)', () => {
  it.each(Object.entries(PICTURES))('%s', async (name, options) => {
    const files = {
      svg: await svgOf(options),
      'vl.json': `${JSON.stringify(networkMapOf(example, options).spec, null, 1)}\n`,
    };
    for (const [extension, written] of Object.entries(files)) {
      const path = `${GOLDEN}${name}.${extension}`;
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(path, written);
      }
      expect(existsSync(path), `${name}.${extension} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
      expect(written).toBe(readFileSync(path, 'utf8'));
    }
  });
});

describe('what is asked of a map is what it shows', () => {
  it.each<[string, MapOptions]>([
    ['nothing', {}],
    ['a metric that is yes or no', { colour: 'cut-point' }],
    ['bridges', { highlight: 'bridges' }],
    ['arrows', { direction: true, wave: '1' }],
    ['figures of one’s own', { colour: { title: 'Hours', values: { p01: 3, p02: null } }, size: 'degree' }],
    ['every group', { colour: 'organisation', smallestGroup: null }],
    ['labels by a function', { labels: (id) => `Member ${id}`, highlight: ['p01'] }],
    ['strong ties of one type', { types: ['advice'], minStrength: 3 }],
    ['undirected', { undirected: true, colour: 'degree' }],
    ['no lines', { mostTies: 0 }],
  ])('%s: drawn without a warning', async (_name, options) => {
    // renderSvg throws when Vega-Lite or Vega warns.
    const svg = await svgOf(options);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('draws nobody, one, and members without ties', async () => {
    for (const network of ['', 'a', 'a b c d e f']) {
      const records = drawn({ network });
      expect(await svgOf({}, records)).not.toMatch(/NaN|undefined|Infinity/);
      expect(networkMapOf(records).rows).toHaveLength(records.members.length);
    }
  });

  it('leaves out ties of other types and weak ones, and says how many are left', () => {
    const all = sceneOf(example, { wave: '1' }).frames[0]!;
    const strong = sceneOf(example, { wave: '1', minStrength: 4 }).frames[0]!;
    expect(strong.pairs).toBeLessThan(all.pairs);
    expect(strong.lines).toHaveLength(strong.pairs);
    expect(networkMapOf(example, { wave: '1', minStrength: 4 }).notes[0]).toContain(`${strong.pairs} tied pairs`);
    expect(() => sceneOf(example, { types: ['advise'] })).toThrow(/did you mean "advice"/);
  });

  it('marks who did not answer, in words and by looks', () => {
    const { frames } = sceneOf(example, { wave: '1' });
    expect(frames[0]!.members.filter(({ answered }) => !answered)).toHaveLength(11);
    const { spec, notes } = networkMapOf(example, { wave: '1' });
    expect(JSON.stringify(spec)).toContain('82 % answered, the others are hollow');
    expect(notes.join(' ')).toContain('Who did not answer is drawn hollow');
    expect(networkMapOf(example, { wave: '1', colour: 'in-degree' }).notes.join(' ')).toContain('as a diamond');
  });

  it('finds people again: rings, their ties on top and never left out', () => {
    const scene = sceneOf(example, { highlight: ['p07'], mostTies: 20 });
    const [frame] = scene.frames;
    const at = frame!.members.findIndex(({ highlighted }) => highlighted);
    expect(frame!.members.filter(({ highlighted }) => highlighted)).toHaveLength(1);
    const own = frame!.lines.filter(({ kind }) => kind === 'highlighted');
    expect(own).toHaveLength(frame!.members[at]!.ties);
    expect(own.every(({ a, b }) => a === at || b === at)).toBe(true);
    expect(() => sceneOf(example, { highlight: ['p07', 'anna@example.org'] })).toThrow(/highlight\[1\] is not among/);
    expect(() => sceneOf(example, { highlight: ['anna@example.org'] })).not.toThrow(/anna/);
    expect(() => sceneOf(example, { proposed: [['p01', 'nobody']] })).toThrow(/proposed\[0\]/);
  });

  it('highlights what holds a network together', () => {
    const records = drawn({ network: 'a>b b>c c>a c>d d>e e>f f>d', groups: {} });
    const cuts = networkMapOf(records, { highlight: 'cut-points' });
    expect(cuts.title).toBe('2 members are cut-points: without any one of them the network falls into more pieces');
    const bridges = networkMapOf(records, { highlight: 'bridges' });
    expect(bridges.title).toBe('1 tie is a bridge: without it the network falls into more pieces');
    expect(bridges.rows.filter(({ tie: kind }) => kind === 'highlighted')).toHaveLength(1);
  });

  it('shows direction where ties are few, one head for one name', () => {
    const records = drawn({ network: 'a>b b>a a>c' });
    const { spec } = networkMapOf(records);
    const { datasets } = spec as unknown as { datasets: Record<string, object[]> };
    expect(datasets.arrows).toHaveLength(1);
    expect(JSON.stringify(networkMapOf(records, { undirected: true }).spec)).not.toContain('arrows');
    expect(sceneOf(example, {}).hasArrows).toBe(false);
  });

  it('refuses what it does not know, with the way out', () => {
    expect(() => sceneOf(example, { color: 'region' } as MapOptions)).toThrow(/did you mean "colour"/);
    expect(() => sceneOf(example, { colour: 'regoin' })).toThrow(/did you mean "region"/);
    expect(() => sceneOf(example, { size: 'region' })).toThrow(/has no numbers/);
    expect(() => sceneOf(example, { over: ['7'] })).toThrow(/wave "7"/);
    expect(() => sceneOf(example, { over: 'waves', wave: '1' })).toThrow(/over/);
    expect(() => sceneOf(example, { mostTies: -1 })).toThrow(/whole number from 0/);
    expect(() => sceneOf(example, { colour: 'brokerage' })).toThrow(/cannot be drawn: needs groups/);
  });
});

describe('pictures over time are of the waves and dates that are asked for', () => {
  const times = ['2026-01-10', '2026-02-10', '2026-03-10'];
  const dated = {
    ...noRecords(),
    members: ['a', 'b', 'c', 'd'].map((id) => member(id, 'x')),
    ties: times.map((time, at) => tie('abc'[at]!, 'd', { time, wave: null })),
  };

  it('dates: each picture has the ties that were there by then', () => {
    const { frames } = sceneOf(dated, { over: ['2026-01-31', '2026-02', '2026-03-31'] });
    expect(frames.map(({ pairs }) => pairs)).toEqual([1, 2, 3]);
    expect(frames[0]!.label).toBe('31\u00a0January\u00a02026');
    expect(networkMapOf(dated, { over: ['2026-01-31', '2026-03-31'] }).title).toMatch(
      /^1 tied pair by 31.January.2026, 3 by 31/,
    );
  });

  it('of a network as of a date, nothing later', () => {
    expect(() => sceneOf(dated, { over: ['2026-01-31', '2026-03-31'], asOf: '2026-02-28' })).toThrow(
      /as of 2026-02-28/,
    );
    expect(sceneOf(example, { over: 'waves', asOf: '2026-12-31' }).frames).toHaveLength(2);
  });

  it('refuses dates where no tie has one', () => {
    expect(() => sceneOf(example, { over: ['2026-01-31'] })).toThrow(/unknown wave/);
  });
});

describe('caps are said, and what is drawn still hangs together', () => {
  const records = randomNetwork(1000, 8);
  const chart = networkMapOf(records, { colour: 'region' });
  const scene = sceneOf(records, { colour: 'region' });

  it('in the notes, and under the picture', () => {
    const [frame] = scene.frames;
    expect(frame!.drawn).toBe(1500);
    expect(frame!.pairs).toBeGreaterThan(5000);
    expect(chart.notes.join(' ')).toMatch(/1,500 of \d,\d{3} tied pairs are drawn/);
    expect(JSON.stringify(chart.spec)).toMatch(/1,500 of \d,\d{3} pairs are drawn/);
  });

  it('by a backbone: whoever is connected stays connected, and the strongest come before the weakest', () => {
    const { lines, members } = scene.frames[0]!;
    const drawnTo = new Set(lines.flatMap(({ a, b }) => [a, b]));
    members.forEach(({ ties }, dot) => {
      if (ties > 0) expect(drawnTo.has(dot)).toBe(true);
    });
    const strengths = lines.map(({ strength }) => strength);
    expect(strengths.filter((strength) => strength >= 4).length).toBeGreaterThan(strengths.length / 2);
  });

  it('within a megabyte for a thousand members', () => {
    expect(JSON.stringify(chart.spec).length).toBeLessThan(1_000_000);
  });
});

describe('a picture gives nobody away', () => {
  it('holds no id unless ids are asked for, and numbers that do not follow ids', () => {
    const text = JSON.stringify(networkMapOf(example, { colour: 'region', size: 'degree', highlight: ['p07'] }));
    for (const { member: id } of example.members) expect(text).not.toContain(id);
    expect(JSON.stringify(networkMapOf(example, { labels: 'ids' }))).toContain('p07');
  });

  it('joins groups of fewer than five', () => {
    const members = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id, at) =>
      member(id, at < 6 ? 'Coast' : at < 9 ? 'Isles' : 'Hills'),
    );
    const records = { ...noRecords(), members, ties: [tie('a', 'g'), tie('a', 'b')] };
    const chart = networkMapOf(records, { colour: 'region' });
    expect(JSON.stringify(chart)).not.toMatch(/Isles|Hills/);
    expect(chart.notes.join(' ')).toContain('others together');
    expect(JSON.stringify(networkMapOf(records, { colour: 'region', smallestGroup: null }))).toContain('Isles');
  });

  it('takes hostile ids and attributes for what they are', async () => {
    const ids = ['__proto__', 'constructor', '</script><script>x', 'it\'s "quoted"', 'a&b'];
    const records = {
      ...noRecords(),
      members: ids.map((id) => ({ ...member(id, 'x'), attributes: JSON.parse('{"__proto__":"<b>","row":"y"}') })),
      ties: ids.map((id, at) => tie(id, ids[(at + 1) % ids.length]!)),
    };
    const options = { labels: 'ids', colour: '__proto__', size: 'degree' } as const;
    const chart = networkMapOf(records, options);
    expect(chart.rows.filter(({ row }) => row === 'member').map(({ member: id }) => id)).toEqual(
      expect.arrayContaining(ids),
    );
    expect(await svgOf(options, records)).not.toContain('<script');
    // An attribute named as a column of ours does not take its place.
    expect(networkMapOf(records, { colour: 'row' }).rows[0]).toMatchObject({ row: 'member', 'row (attribute)': 'y' });
  });
});
