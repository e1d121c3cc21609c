import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { desc, op, SHOW, Table } from '../../../notebooks/lib/index.ts';

const table = new Table(
  {
    member: ['p01', 'p02', '<b>p03</b>', '=1+1'],
    region: ['North', 'South', 'North', 'South'],
    share: [0.125, null, 1, 0.00001],
    'share (reason)': [null, 'did not answer', null, null],
  },
  { caption: 'Shares & more', notes: ['seed 1'], formats: { region: 'number' } },
);

describe('a table shows itself, says why a figure is missing, and can be worked with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-table-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('as text: aligned, a dash for what is not known, its reason and the notes beneath', () => {
    expect(String(table)).toBe(
      [
        'Shares & more',
        'member      region    share',
        'p01         North     0.125',
        'p02         South         –',
        '<b>p03</b>  North         1',
        '=1+1        South   0.00001',
        'share: – for 1 (did not answer)',
        'seed 1',
      ].join('\n'),
    );
  });

  it('as HTML: everything escaped, the reason on the dash, no script and no style sheet', () => {
    const html = String(table[SHOW]()['text/html']);
    expect(html).toContain('&lt;b&gt;p03&lt;/b&gt;');
    expect(html).toContain('Shares &amp; more');
    expect(html).toContain('title="did not answer">–</td>');
    expect(html).not.toMatch(/<b>|<script|<style|share \(reason\)/);
  });

  it('what is too long to show is cut with words, and the CSV has all of it', () => {
    const long = new Table({ n: Array.from({ length: 1000 }, (_, at) => at) });
    expect(String(long)).toContain("… and 975 more rows; .csv('file.csv') writes all");
    const html = String(long[SHOW]()['text/html']);
    expect(html.match(/<tr>/g)).toHaveLength(501);
    expect(html).toContain('The first 500 of 1000 rows');
    expect(long.csv().split('\n')).toHaveLength(1002);
    const wide = new Table(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`c${at}`, [at]])));
    expect(String(wide)).toContain('20 more columns');
  });

  it('the verbs of arquero, whose results keep the words', () => {
    const north = table.filter((row: { region: string }) => row.region === 'North');
    expect(north.rows().map(({ member }) => member)).toEqual(['p01', '<b>p03</b>']);
    expect([north.caption, north.notes]).toEqual([table.caption, table.notes]);
    expect(table.orderby(desc('share')).slice(0, 1).rows()[0]?.member).toBe('<b>p03</b>');
    expect(table.groupby('region').count().rows()).toEqual([
      { region: 'North', count: 2 },
      { region: 'South', count: 2 },
    ]);
    expect(table.rollup({ most: (row: { share: number }) => op.max(row.share) }).rows()).toEqual([{ most: 1 }]);
    expect(
      table.select('member').derive({ twice: (row: { member: string }) => row.member + row.member }).columns,
    ).toEqual(['member', 'twice']);
    const sizes = new Table({ region: ['North', 'South'], size: [20, 30] });
    expect(
      table
        .join(sizes, ['region', 'region'])
        .rows()
        .map((row) => row.size),
    ).toEqual([20, 30, 20, 30]);
    expect(table.with(table.data.reify()).size).toBe(4);
  });

  it('counts that others may see withhold what is small, and what would give it away', () => {
    const team = (name: string, count: number) => Array.from({ length: count }, () => name);
    const teams = new Table({ team: [...team('A', 9), ...team('B', 7), ...team('C', 2), null] });
    expect(teams.countBy('team').rows()).toEqual([
      { team: '(missing)', count: null, 'count (reason)': 'fewer than 5' },
      { team: 'A', count: 9, 'count (reason)': null },
      { team: 'B', count: null, 'count (reason)': 'withheld, to protect a smaller count' },
      { team: 'C', count: null, 'count (reason)': 'fewer than 5' },
    ]);
    expect(
      teams
        .countBy('team', 1)
        .rows()
        .map(({ count }) => count),
    ).toEqual([1, 9, 7, 2]);
  });

  it('CSV guards what a spreadsheet would run, and writes whole files only', () => {
    expect(table.csv().split('\n')[4]).toBe("'=1+1,South,0.00001,");
    const file = table.csv(join(folder, 'deeper', 'table.csv'));
    expect(readFileSync(file, 'utf8')).toBe(table.csv());
    expect(readdirSync(join(folder, 'deeper'))).toEqual(['table.csv']);
  });

  it('an empty table has its columns', () => {
    const empty = table.filter(() => false);
    expect(empty.size).toBe(0);
    expect(String(empty)).toContain('member  region  share');
    expect(empty.csv()).toBe('member,region,share,share (reason)\n');
  });
});
