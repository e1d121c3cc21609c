import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../../analysis/charts/gallery/draw.ts';
import type { ChartOptions } from '../../../../analysis/charts/gallery/entry.ts';
import { GALLERY } from '../../../../analysis/charts/gallery/index.ts';
import { measure } from '../../../../analysis/measure.ts';
import { resultOf } from '../../../../analysis/tables.ts';
import type { NetworkRecords } from '../../../../data/records/index.ts';
import { CASES, chartIdOf, drawCase } from './cases.ts';
import { threeRegionsRecords } from './records.ts';

const records = threeRegionsRecords();

function rowsOf(id: string, options: ChartOptions, of: NetworkRecords = records) {
  return drawChart(of, id, options).rows;
}

describe('an evaluator who asks for what cannot be drawn is told the way out', () => {
  it.each<[string, string, ChartOptions, RegExp]>([
    ['a chart that is not there', 'mixing-matrx', {}, /unknown chart "mixing-matrx"; did you mean "mixing-matrix"/],
    ['an option of another chart', 'participation', { top: 3 }, /unknown option of chart participation: "top"/],
    [
      'no attribute',
      'e-i-permutations',
      {},
      /needs groupBy, an attribute of members: "organisation", "region", "role"/,
    ],
    ['an attribute that nobody has', 'mixing-matrix', { groupBy: 'regoin' }, /did you mean "region"/],
    ['several practices', 'time-to-adoption', {}, /give practice as "follow-up-call", "shared-intake"/],
    ['a practice that is not there', 'time-to-adoption', { practice: 'shared' }, /unknown practice "shared"/],
    ['one wave of two', 'tie-change', { wave: '1' }, /give wave as \[earlier, later\], from 1, 2/],
    ['a wave that is not there', 'tie-change', { wave: ['1', '3'] }, /unknown wave "3"/],
    ['a metric without ranks', 'central-members', { metric: 'density' }, /give metric as one of .*betweenness/],
    ['too many members', 'central-members', { top: 0 }, /top is 0; give a whole number/],
    ['another flow', 'cross-tier-flow', { groupBy: 'region', flow: 'tides' as 'ties' }, /give "ties" or "help"/],
    ['a degree that is none', 'degree-distribution', { metric: 'betweenness' }, /give metric as in-degree/],
  ])('%s', (_, id, options, words) => {
    expect(() => drawChart(records, id, options)).toThrow(words);
    expect(() => drawChart(records, id, options)).toThrow(expect.objectContaining({ name: 'MeasureError' }));
  });

  it.each([
    ['adoptions', 'adoption-curve', { adoptions: [] }],
    ['contributions', 'participation', { contributions: [] }],
    ['waves', 'figures-over-time', { waves: [], responses: [], ties: records.ties.filter(({ wave }) => wave === '1') }],
  ])('a network without %s', (_, id, without) => {
    expect(() => drawChart({ ...records, ...without }, id)).toThrow(new RegExp(`chart "${id}" needs`));
  });
});

describe('a chart is the same for the same facts, and says what it rests on', () => {
  it.each(Object.keys(CASES))('%s', (name) => {
    const chart = drawCase(records, name);
    const turned = {
      ...records,
      members: records.members.toReversed(),
      ties: records.ties.toReversed(),
      adoptions: records.adoptions.toReversed(),
      responses: records.responses.toReversed(),
      contributions: records.contributions.toReversed(),
    };
    expect(drawCase(turned, name)).toEqual(chart);
    expect(chart.id).toBe(chartIdOf(name));
    expect(chart.notes.join(' ')).toMatch(/60 members/);
    expect(chart.notes.join(' ')).toMatch(/answered|Ties are not read/);
    const columns = Object.keys(chart.rows[0]!);
    for (const row of chart.rows) expect(Object.keys(row)).toEqual(columns);
  });

  it('names for each a question, how to read it, and only options that exist', () => {
    expect(new Set(GALLERY.map(({ id }) => id)).size).toBe(GALLERY.length);
    for (const { question, reading } of GALLERY) {
      expect(question).toMatch(/\?$/);
      expect(reading.length).toBeGreaterThan(80);
    }
  });
});

describe('figures in pictures are those that are measured', () => {
  const byRegion = { groupBy: 'region', wave: '2' };

  it('mixing-matrix: rows add up to one, and ties to those of the matrix', () => {
    const rows = rowsOf('mixing-matrix', { ...byRegion, permutations: 99 });
    for (const region of ['East', 'North', 'South']) {
      const shares = rows.filter(({ from }) => from === region).map(({ share }) => Number(share));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    expect(rows.reduce((sum, { ties }) => sum + Number(ties), 0)).toBe(275);
  });

  it('e-i-permutations: the histogram is of the very labellings that p was counted from', () => {
    const rows = rowsOf('e-i-permutations', { ...byRegion, permutations: 999 });
    const measured = measure(records, { ...byRegion, metrics: ['e-i-index'], permutations: 999 });
    const { value, details } = resultOf(measured, 'e-i-index', 'network')!;
    const own = rows.find(({ part }) => part === 'network')!;
    expect(own).toMatchObject({ value, p: details.p, expected: details.expected });
    const bins = rows.filter(({ part }) => part === 'network by chance');
    expect(bins.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 9);
    // As far from what is expected as the observed, on either side: no bin is.
    const mean = bins.reduce(
      (sum, { low, high, share }) => sum + ((Number(low) + Number(high)) / 2) * Number(share),
      0,
    );
    expect(mean).toBeCloseTo(Number(details.expected), 1);
    for (const { part, value: observed, low } of rows)
      if (part === 'group') expect(Number(observed)).toBeLessThan(Number(low));
  });

  it('tie-change: kept, formed and gone are those of the metrics, wherever they lie', () => {
    const wave: [string, string] = ['1', '2'];
    const measured = measure(records, { wave, metrics: ['tie-stability'] });
    const { kept, formed, dissolved } = resultOf(measured, 'tie-stability', 'network')!.details;
    for (const groupBy of [undefined, 'region']) {
      const rows = rowsOf('tie-change', { wave, groupBy });
      const sum = (fate: string): number =>
        rows.filter((row) => row.fate === fate).reduce((all, { ties }) => all + Number(ties), 0);
      expect([sum('kept'), sum('formed'), sum('gone')]).toEqual([kept, formed, dissolved]);
    }
  });

  it('cross-tier-flow: what crosses is said of all groups, drawn or not', () => {
    const chart = drawChart(records, 'cross-tier-flow', { groupBy: 'organisation', wave: '2' });
    const of = new Map(records.members.map(({ member, attributes }) => [member, attributes.organisation]));
    const ties = records.ties.filter(({ wave }) => wave === '2');
    const crossing = ties.filter(({ from, to }) => of.get(from) !== of.get(to)).length / ties.length;
    expect(chart.title).toContain(`${Math.round(crossing * 100)}\u00a0% of ties cross organisations`);
    expect(chart.rows).toHaveLength(36);
  });

  it('degree-distribution: every member is in one column of at least five', () => {
    const rows = rowsOf('degree-distribution', { wave: '2' });
    expect(rows.reduce((sum, { members }) => sum + Number(members), 0)).toBe(60);
    for (const { members } of rows) expect(Number(members)).toBeGreaterThanOrEqual(5);
  });

  it('participation: the curve begins at nothing, ends at everything, and never runs above equal shares', () => {
    const rows = rowsOf('participation', {}).filter(({ line }) => line === 'observed');
    expect(rows[0]).toMatchObject({ members: 0, given: 0 });
    expect(rows.at(-1)).toMatchObject({ members: 1, given: 1 });
    for (const { members, given } of rows) expect(Number(given)).toBeLessThanOrEqual(Number(members) + 1e-12);
  });

  it('exposure-adoption: members times periods at risk, worked by hand', () => {
    // a and c to h name b. b adopts first, five of them a period later, the others never.
    const ids = [...'abcdefgh'];
    const hand: NetworkRecords = {
      members: ids.map((member) => ({ member, status: 'active', hub: false, attributes: {} })),
      ties: ids
        .filter((id) => id !== 'b')
        .map((from) => ({
          ...{ from, to: 'b', type: 'advice', strength: null },
          ...{ wave: null, time: null, occurrence: 0 },
        })),
      adoptions: ids.map((member) => ({
        member,
        practice: 'p',
        censored: false,
        time: member === 'b' ? 1 : 'acdef'.includes(member) ? 2 : null,
      })),
      ...{ waves: [], responses: [], contributions: [] },
    };
    expect(rowsOf('exposure-adoption', { permutations: 9 }, hand)).toMatchObject([
      { exposure: 'over ½', atRisk: 7, adopting: 5, rate: 5 / 7 },
    ]);
  });

  it('simulation-fan: more is never fewer where ties are only added, and both arms begin alike', () => {
    const rows = rowsOf('simulation-fan', { ...byRegion, practice: 'shared-intake', runs: 100 });
    const of = (arm: string) => rows.filter((row) => row.arm === arm);
    expect(of('proposed')[0]).toMatchObject({ ...of('doing nothing')[0], arm: 'proposed' });
    for (const { low } of of('difference')) expect(Number(low)).toBeGreaterThanOrEqual(0);
    expect(of('proposed')).toHaveLength(13);
  });
});
