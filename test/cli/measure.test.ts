import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Measurement } from '../../analysis/index.ts';
import { temporaryFolder, weft, writeFiles } from './weft-process.ts';

const DATASETS = fileURLToPath(new URL('../../../shared/datasets/', import.meta.url));

describe('Story: somebody measures a folder of files, and a machine reads what comes out', () => {
  const folder = temporaryFolder();
  beforeAll(() =>
    writeFiles(folder, {
      'small/nodes.csv': 'id,region\na,North\nb,North\nc,South\nd,South\n',
      'small/edges.csv':
        'source,target,type,weight,wave\na,b,advice,2,1\nb,a,advice,1,1\na,c,advice,1,2\nb,b,advice,1,1\n',
      'text/edges.csv': 'source,target,weight\na,b,2\nb,c,heavy\n',
      'ragged/nodes.csv': 'id,region\na,North\nb\n',
      'ragged/edges.csv': 'source,target\na,b\nx,a\n',
      'negative/edges.csv': 'source,target,weight\na,b,2\nb,c,-1\n',
      'undirected.graphml': `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/><edge source="a" target="b"/></graph></graphml>`,
    }),
  );

  it('JSON is all there is on standard output: input, options, results in this order', async () => {
    const { code, out, err } = await weft(folder, [
      'measure',
      'small',
      '--metrics',
      'density,degree,e-i-index',
      '--group-by',
      'region',
      '--json',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const measurement = JSON.parse(out) as Measurement;
    expect(Object.keys(measurement)).toEqual(['input', 'options', 'results', 'skipped']);
    expect(measurement.input).toMatchObject({ members: 4, ties: 3, directed: true, selfTiesDropped: 1, isolates: 1 });
    expect(measurement.input.groups).toEqual(['North', 'South']);
    expect(measurement.options).toMatchObject({
      groupBy: 'region',
      seed: 1,
      permutations: 10_000,
      metrics: ['density', 'degree', 'e-i-index'],
    });
    expect(measurement.results.map(({ metric, scope }) => `${metric} ${scope}`)).toEqual([
      ...['density network', 'degree member', 'e-i-index network', 'e-i-index group', 'e-i-index member'],
    ]);
    expect(measurement.results[0]?.value).toBe(3 / 12);
    expect(measurement.results[1]?.values).toEqual({ a: 2, b: 1, c: 1, d: 0 });
    expect(measurement.results[2]?.value).toBeCloseTo(-1 / 3, 12);
  });

  it('a row a figure for spreadsheets, tables for people', async () => {
    const csv = await weft(folder, ['measure', 'small', '--metrics', 'density,degree', '--format', 'csv']);
    expect(csv.out).toBe(
      'metric,scope,subject,value,reason,low,high,practice\ndensity,network,,0.25,,,,\ndegree,member,a,2,,,,\ndegree,member,b,1,,,,\ndegree,member,c,1,,,,\ndegree,member,d,0,,,,\n',
    );
    const table = await weft(folder, ['measure', 'small', '--metrics', 'density,degree']);
    expect(table.out).toContain('4 members, 3 ties');
    expect(table.out).toMatch(/density\s+0\.25/);
    expect(table.out).toMatch(/member {2}degree\na\s+2\n/);
  });

  it('a table says why somebody has no figure', async () => {
    const asked = ['measure', 'small', '--metrics', 'constraint,katz', '--katz-alpha', '5'];
    const { code, out } = await weft(folder, asked);
    expect(code).toBe(0);
    expect(out).toContain('constraint: – for 1 (no ties to anybody)');
    expect(out).toMatch(/\nkatz: – \(α is 5, and on this network it must be below 1\/λ = /);
  });

  it('ranks are ranges, in tables and in rows', async () => {
    const asked = ['measure', 'small', '--metrics', 'degree', '--ranks'];
    const table = await weft(folder, asked);
    expect(table.out).toMatch(/member +degree +rank\n/);
    expect(table.out).toContain('degree ranks: ');
    const rows = await weft(folder, [...asked, '--format', 'csv']);
    expect(rows.out.split('\n')[0]).toContain('rank,rank_best,rank_worst');
    expect(rows.out).toMatch(/^degree,member,d,0,,,,,[\d.]*,[\d.]+,[\d.]+$/m);
  });

  it('chooses waves, types and strengths as it is told', async () => {
    const { out } = await weft(folder, [
      'measure',
      'small',
      '--metrics',
      'ties-formed,ties-dissolved',
      '--wave',
      '1,2',
      '--json',
    ]);
    const { results } = JSON.parse(out) as Measurement;
    expect(results.map(({ value }) => value)).toEqual([1, 2]);
    const strong = await weft(folder, [
      'measure',
      'small',
      '--metrics',
      'density',
      '--type',
      'advice',
      '--min-strength',
      '2',
      '--undirected',
      '--json',
    ]);
    expect(JSON.parse(strong.out).input).toMatchObject({ ties: 1, directed: false });
  });

  it('counts small groups together where it is told to, and says whose', async () => {
    const sizes = { North: 6, South: 7, East: 2, West: 5 };
    const rows = Object.entries(sizes).flatMap(([region, size]) =>
      Array.from({ length: size }, (_, at) => `${region[0]}${at},${region}`),
    );
    const ids = rows.map((row) => row.split(',')[0]);
    const ties = ids.map((id, at) => `${id},${ids[(at + 1) % ids.length]}`);
    await writeFiles(folder, {
      'regions/nodes.csv': `id,region\n${rows.join('\n')}\n`,
      'regions/edges.csv': `source,target\n${ties.join('\n')}\n`,
    });
    const asked = ['measure', 'regions', '--metrics', 'e-i-index', '--group-by', 'region', '--json'];
    const { code, out, err } = await weft(folder, [...asked, '--smallest-group', '5']);
    const { input, options, results } = JSON.parse(out) as Measurement;
    expect({ code, smallestGroup: options.smallestGroup }).toEqual({ code: 0, smallestGroup: 5 });
    expect(input.groups).toEqual(['North', 'South', 'others together']);
    expect(Object.keys(input.groupsWithheld)).toEqual(['East', 'West']);
    expect(results[1]?.values).toMatchObject({ East: null, West: null });
    expect(err).toContain('East (fewer than 5 members), West (withheld, to protect a smaller group)');
    const whole = JSON.parse((await weft(folder, asked)).out) as Measurement;
    expect(whole.input.groups).toEqual(['East', 'North', 'South', 'West']);
  });

  it('gives ranks as ranges when asked', async () => {
    const asked = ['measure', 'small', '--metrics', 'in-degree', '--json'];
    const [ranked, plain] = await Promise.all([[...asked, '--ranks'], asked].map((args) => weft(folder, args)));
    const detailsOf = (out: string) => (JSON.parse(out) as Measurement).results[0]!.details;
    expect(Object.keys(detailsOf(ranked!.out).ranks as object)).toEqual(['a', 'b', 'c', 'd']);
    expect(detailsOf(plain!.out)).toEqual({ possible: 3 });
  });

  it('hears a file that says its ties have no direction', async () => {
    const { out, err } = await weft(folder, ['measure', 'undirected.graphml', '--metrics', 'density', '--json']);
    expect(JSON.parse(out).input).toMatchObject({ members: 3, ties: 1, directed: false });
    expect(err).toContain('no direction');
  });

  it.each([
    [['measure', 'text'], /^edges\.csv line 3, column weight: /m],
    [['measure', 'ragged'], /^nodes\.csv line 3: /m],
    [['measure', 'negative', '--strength'], /^edges\.csv line 3, column weight: /m],
    [['measure', 'nowhere'], /nowhere is no file or folder/],
    [['measure', './nowhere.csv'], /nowhere\.csv is no file or folder/],
  ])('refuses with 1 what files say wrongly: %j', async (args, words) => {
    const { code, out, err } = await weft(folder, args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(words);
  });

  it('tells machines where a file is wrong', async () => {
    const { code, out } = await weft(folder, ['measure', 'text', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).refused.problems).toMatchObject([{ file: 'edges.csv', line: 3, column: 'weight' }]);
  });

  it('names the attributes there are, when another is asked for', async () => {
    const { code, err } = await weft(folder, ['measure', 'small', '--group-by', 'country']);
    expect(code).toBe(2);
    expect(err).toContain('region');
  });

  it.skipIf(!existsSync(DATASETS))(
    'agrees with the oracles of a real network (skipped where the datasets are absent)',
    async () => {
      const { code, out } = await weft(folder, [
        ...['measure', `${DATASETS}krackhardt_hightech`, '--type', 'advice', '--group-by', 'dept', '--json'],
        ...['--metrics', 'density,betweenness,e-i-index'],
      ]);
      expect(code).toBe(0);
      const { input, results } = JSON.parse(out) as Measurement;
      expect(input).toMatchObject({ members: 21, ties: 190, directed: true, isolates: 0 });
      expect(results[0]?.value).toBeCloseTo(0.452380952381, 11);
      expect(results[1]?.values?.['1']).toBeCloseTo(0.0361758563074, 11);
      expect(results[2]?.value).toBeCloseTo(0.515789473684, 11);
      expect(results[2]?.details).toMatchObject({ internal: 46, external: 144, permutations: 10_000 });
    },
  );
});

describe('Story: somebody wants the health report of a folder', () => {
  const folder = temporaryFolder();
  const members = Array.from({ length: 12 }, (_, i) => `p${i},${i < 6 ? 'North' : 'South'}`);
  const ties = Array.from({ length: 12 }, (_, i) => `p${i},p${i < 6 ? (i + 1) % 6 : 6 + ((i + 1) % 6)}`);
  beforeAll(() =>
    writeFiles(folder, {
      'two/nodes.csv': `id,region\n${members.join('\n')}\n`,
      'two/edges.csv': `source,target\n${ties.join('\n')}\n`,
    }),
  );

  it('as a page, a text or data, by the ending; the same bytes each time', async () => {
    const args = ['report', 'two', '--as-of', '2026-07-01', '--out'];
    const pages = await Promise.all(['a.html', 'b.html'].map((name) => weft(folder, [...args, name])));
    expect(pages.map(({ code }) => code)).toEqual([0, 0]);
    const { readFile } = await import('node:fs/promises');
    const [first, second] = await Promise.all(
      ['a.html', 'b.html'].map((name) => readFile(`${folder}/${name}`, 'utf8')),
    );
    expect(first).toBe(second);
    expect(first).toMatch(/^<!doctype html>/i);
    const said = await weft(folder, ['report', 'two', '--as-of', '2026-07-01', '--out', 'new/c.json', '--json']);
    expect(JSON.parse(said.out)).toMatchObject({
      file: 'new/c.json',
      network: 'two',
      asOf: '2026-07-01T23:59:59.999Z',
    });
    expect(JSON.parse(await readFile(`${folder}/new/c.json`, 'utf8'))).toMatchObject({ report: 1, network: 'two' });
  });

  it('as Markdown where nothing else is said; an attribute that is not there is refused by name', async () => {
    const { code, out } = await weft(folder, ['report', 'two', '--as-of', '2026-07-01']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# two\n/);
    const wrong = await weft(folder, ['report', 'two', '--group-by', 'country']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('region');
  });
});
