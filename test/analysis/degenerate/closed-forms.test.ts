import { describe, expect, it } from 'vitest';
import type { MeasureOptions } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { answered, grouped, network, resultOf } from '../metrics/small-networks.ts';
import { ADOPTIONS, complete, letters, path, ring, star, twoCliques } from './degenerate-networks.ts';

/** What a metric gives: one value for the network, the same for every member, or by member in order. */
type Expected = number | boolean | null | readonly unknown[] | { each: unknown } | Record<string, unknown>;

function expectFigures(
  records: NetworkRecords,
  expected: Record<string, Expected>,
  options: MeasureOptions = {},
): void {
  const ids = records.members.map((member) => member.member);
  for (const [metric, wanted] of Object.entries(expected)) {
    const result = resultOf(records, metric, options, metric === 'blau-diversity' ? 'network' : undefined);
    const found = result.values === undefined ? result.value : ids.map((id) => result.values![id]);
    const isEach = typeof wanted === 'object' && wanted !== null && 'each' in wanted;
    expectClose(found, isEach ? ids.map(() => wanted.each) : wanted, metric);
  }
}

function expectClose(found: unknown, wanted: unknown, label: string): void {
  if (typeof wanted === 'number' && typeof found === 'number') {
    expect(Math.abs(found - wanted), `${label}: ${found} should be ${wanted}`).toBeLessThan(1e-9);
  } else if (Array.isArray(wanted) && Array.isArray(found)) {
    expect(found.length, label).toBe(wanted.length);
    for (const [at, item] of wanted.entries()) expectClose(found[at], item, `${label} ${at}`);
  } else expect(found, label).toEqual(wanted);
}

/** The same on mutual arcs and on pairs, where a metric does not care which. */
const BOTH = [{ undirected: false }, { undirected: true }];

describe('closed forms: everybody with everybody, n = 5', () => {
  const n = 5;
  const forms = {
    degree: { each: n - 1 },
    betweenness: { each: 0 },
    'closeness-in': { each: 1 },
    'closeness-out': { each: 1 },
    'harmonic-in': { each: 1 },
    'harmonic-out': { each: 1 },
    eigenvector: { each: 1 / Math.sqrt(n) },
    katz: { each: 1 / Math.sqrt(n) },
    pagerank: { each: 1 / n },
    'core-number': { each: n - 1 },
    'cut-point': { each: false },
    bridges: [],
    constraint: { each: (2 * n - 3) ** 2 / (n - 1) ** 3 },
    'effective-size': { each: 1 },
    efficiency: { each: 1 / (n - 1) },
    clustering: { each: 1 },
    'average-clustering': 1,
    transitivity: 1,
    density: 1,
    'average-path-length': 1,
    diameter: 1,
    'global-efficiency': 1,
    'reachable-share': 1,
    'degree-centralization': 0,
    'in-degree-centralization': 0,
    'out-degree-centralization': 0,
    'betweenness-centralization': 0,
    'krackhardt-connectedness': 1,
    'krackhardt-efficiency': 0,
    'krackhardt-hierarchy': 0,
    'krackhardt-least-upper-bound': 1,
    'weak-components': [n],
    'strong-components': [n],
    isolates: 0,
  };

  it.each(BOTH)('%o', (options) => expectFigures(complete(n), forms, options));

  it('directed alone', () =>
    expectFigures(complete(n), {
      reciprocity: 1,
      'dyadic-reciprocity': 1,
      'dyad-census': { mutual: 10, asymmetric: 0, null: 0 },
    }));
});

describe('closed forms: a star, n = 6', () => {
  const n = 6;
  const leaves = (centre: unknown, leaf: unknown) => [
    centre,
    ...letters(n)
      .slice(1)
      .map(() => leaf),
  ];
  const centreRank = (0.15 / n + 0.85) / 1.85;
  const forms = {
    degree: leaves(n - 1, 1),
    betweenness: leaves(1, 0),
    'closeness-in': leaves(1, (n - 1) / (2 * n - 3)),
    'closeness-out': leaves(1, (n - 1) / (2 * n - 3)),
    'harmonic-in': leaves(1, n / (2 * (n - 1))),
    'harmonic-out': leaves(1, n / (2 * (n - 1))),
    eigenvector: leaves(Math.SQRT1_2, 1 / Math.sqrt(2 * (n - 1))),
    pagerank: leaves(centreRank, (1 - centreRank) / (n - 1)),
    'core-number': { each: 1 },
    'cut-point': leaves(true, false),
    bridges: letters(n)
      .slice(1)
      .map((leaf) => ['a', leaf]),
    constraint: leaves(1 / (n - 1), 1),
    'effective-size': leaves(n - 1, 1),
    efficiency: { each: 1 },
    clustering: leaves(0, null),
    'average-clustering': 0,
    transitivity: 0,
    density: 2 / n,
    'average-path-length': (2 * (n - 1)) / n,
    diameter: 2,
    'global-efficiency': (n + 2) / (2 * n),
    'degree-centralization': 1,
    'betweenness-centralization': 1,
    'weak-components': [n],
  };

  it.each(BOTH)('%o', (options) => expectFigures(star(n), forms, options));

  it('who is named and who names are centralized by pairs wholly, by mutual arcs less: leaves name too', () => {
    for (const id of ['in-degree-centralization', 'out-degree-centralization']) {
      expectFigures(star(n), { [id]: 1 }, { undirected: true });
      expectFigures(star(n), { [id]: (n - 2) / (n - 1) });
    }
  });
});

describe('closed forms: a ring, n = 8', () => {
  const n = 8;
  const forms = {
    degree: { each: 2 },
    betweenness: { each: (n - 2) / (4 * (n - 1)) },
    'closeness-in': { each: (4 * (n - 1)) / n ** 2 },
    'harmonic-out': { each: (2 * (1 + 1 / 2 + 1 / 3) + 1 / 4) / (n - 1) },
    eigenvector: { each: 1 / Math.sqrt(n) },
    katz: { each: 1 / Math.sqrt(n) },
    pagerank: { each: 1 / n },
    'core-number': { each: 2 },
    'cut-point': { each: false },
    bridges: [],
    constraint: { each: 1 / 2 },
    'effective-size': { each: 2 },
    clustering: { each: 0 },
    transitivity: 0,
    density: 2 / (n - 1),
    'average-path-length': n ** 2 / (4 * (n - 1)),
    diameter: n / 2,
    'degree-centralization': 0,
    'betweenness-centralization': 0,
  };

  it.each(BOTH)('%o', (options) => expectFigures(ring(n), forms, options));

  it('one way round: everybody reaches everybody, the long way', () => {
    const oneWay = network('a>b b>c c>d d>e e>f f>a');
    expectFigures(oneWay, {
      'strong-components': [6],
      'average-path-length': 3,
      diameter: 5,
      reciprocity: 0,
      'krackhardt-hierarchy': 0,
      'closeness-out': { each: 5 / 15 },
    });
  });
});

describe('closed forms: a path, n = 7', () => {
  const n = 7;
  const steps = Array.from({ length: n }, (_, v) => v);
  const forms = {
    degree: steps.map((v) => (v === 0 || v === n - 1 ? 1 : 2)),
    betweenness: steps.map((v) => (2 * v * (n - 1 - v)) / ((n - 1) * (n - 2))),
    eigenvector: steps.map((v) => Math.sqrt(2 / (n + 1)) * Math.sin((Math.PI * (v + 1)) / (n + 1))),
    'closeness-in': steps.map((v) => (n - 1) / ((v * (v + 1)) / 2 + ((n - 1 - v) * (n - v)) / 2)),
    'core-number': { each: 1 },
    'cut-point': steps.map((v) => v > 0 && v < n - 1),
    constraint: [1, ...steps.slice(2).map(() => 1 / 2), 1].map((one, v) => (v === 0 || v === n - 1 ? 1 : one)),
    bridges: steps.slice(1).map((v) => [letters(n)[v - 1], letters(n)[v]]),
    transitivity: 0,
    density: 2 / n,
    'average-path-length': (n + 1) / 3,
    diameter: n - 1,
    'krackhardt-connectedness': 1,
  };

  it.each(BOTH)('%o', (options) => expectFigures(path(n), forms, options));

  it('as pairs it is a tree: nothing to spare', () =>
    expectFigures(path(n), { 'krackhardt-efficiency': 1 }, { undirected: true }));
});

describe('closed forms: two cliques of four with one bridge, the groups being the cliques', () => {
  const forms = {
    betweenness: [0, 0, 0, 4 / 7, 4 / 7, 0, 0, 0],
    'core-number': { each: 3 },
    'cut-point': [false, false, false, true, true, false, false, false],
    bridges: [['d', 'e']],
    clustering: [1, 1, 1, 1 / 2, 1 / 2, 1, 1, 1],
    transitivity: 24 / 30,
    diameter: 3,
    'weak-components': [8],
    'e-i-index': -11 / 13,
    assortativity: 11 / 13,
    modularity: 12 / 13 - 1 / 2,
    communities: 12 / 13 - 1 / 2,
    'freeman-segregation': 45 / 52,
    'gupta-anderson-may': 11 / 13,
    'blau-diversity': 1 / 2,
  };

  it.each(BOTH)('%o', (options) => expectFigures(twoCliques(), forms, { groupBy: 'group', ...options }));

  it('by group, and where chance is compared with', () => {
    const options = { groupBy: 'group' };
    expect(resultOf(twoCliques(), 'segregation-matrix-index', options).values).toEqual({
      left: 15 / 17,
      right: 15 / 17,
    });
    expect(resultOf(twoCliques(), 'mixing-matrix', options).value).toEqual([
      [12, 1],
      [1, 12],
    ]);
    const ratio = resultOf(twoCliques(), 'within-group-odds-ratio', options);
    expect([ratio.value, ratio.reason]).toEqual([null, 'no pair within a group without a tie']);
    expect(resultOf(twoCliques(), 'communities', options).details).toMatchObject({ agreement: 1, sizes: [4, 4] });
  });
});

describe('where there is nothing to measure, the reason says what is missing', () => {
  it.each<[string, NetworkRecords, MeasureOptions, string]>([
    ['betweenness', network('a>b'), {}, 'fewer than 3 members'],
    ['closeness-in', network('a'), {}, 'fewer than 2 members'],
    ['density', network('a>a'), {}, 'fewer than 2 members'],
    ['density', answered(network('a b c'), []), {}, 'fewer answers than it takes to know of one pair'],
    ['degree-centralization', network('a>b'), {}, 'fewer than 3 members'],
    ['reciprocity', network('a b c'), {}, 'no ties'],
    ['transitivity', network('a>b c>d'), {}, 'nobody has two contacts'],
    ['average-path-length', network('a b'), {}, 'nobody reaches anybody'],
    ['diameter', network('a>b=0 b>c=1'), { strength: true }, 'a strength of 0 or less has no distance'],
    ['eigenvector', network('a b'), {}, 'no ties'],
    ['eigenvector', network('a>b c>d'), {}, 'no single answer: two pieces of the network are equally dense'],
    ['strength', network('a>b=1 b>c'), {}, 'some ties state no strength, so strengths cannot be added up or compared'],
    ['modularity', network('a>b=-1 b>c=2'), { strength: true, groupBy: 'group' }, 'some strengths are negative'],
    ['e-i-index', network('a b'), { groupBy: 'group' }, 'no ties'],
    ['assortativity', complete(4), { groupBy: 'group' }, 'all ties start and end in one group'],
    ['freeman-segregation', complete(4), { groupBy: 'group' }, 'fewer than two groups'],
    ['key-players', network('a b c d e'), {}, 'no ties'],
  ])('%s', (metric, records, options, reason) => {
    const inOne = options.groupBy === undefined ? records : grouped(records, {});
    expect(resultOf(inOne, metric, options, metric === 'e-i-index' ? 'network' : undefined).reason).toBe(reason);
  });
});

describe('spread, when everybody took it up at once or nobody did', () => {
  const groups = { a: 'x', b: 'x', c: 'y', d: 'y' };
  const spread = (name: string) => {
    const records = grouped(network('a>b b>c c>a d'), groups);
    return { ...records, adoptions: ADOPTIONS[name]!(records) };
  };
  const of = (records: NetworkRecords, metric: string) => {
    const { value, values, reason, reasons } = resultOf(records, metric, { groupBy: 'group' });
    return values === undefined ? (value ?? reason) : Object.keys(values).map((id) => values[id] ?? reasons![id]);
  };

  it('everybody in the first period', () => {
    const records = spread('everybody adopted in the first period');
    expect(of(records, 'adoption-curve')).toBe(1);
    expect(of(records, 'hazard')).toBe(1);
    expect(of(records, 'time-to-adoption')).toBe(1);
    expect(of(records, 'exposure')).toBe(1);
    expect(of(records, 'threshold')).toEqual([1, 1, 1, 'no contacts']);
    expect(of(records, 'adopter-class')).toEqual(Array(4).fill('too few adopters, or all in one period'));
    expect(of(records, 'morans-i')).toBe('all adopted in one period');
    expect(of(records, 'bass')).toBe('fewer than 4 periods');
    expect(of(records, 'cross-group-adoption')).toBe('nobody is outside the group in which it began');
  });

  it('nobody while observed', () => {
    const records = spread('nobody adopted while observed');
    expect(of(records, 'adoption-curve')).toBe(0);
    expect(of(records, 'hazard')).toBe('nobody has adopted');
    expect(of(records, 'time-to-adoption')).toBe('fewer than half have adopted while observed');
    expect(of(records, 'exposure')).toBe(0);
    expect(of(records, 'threshold')).toEqual(Array(4).fill('has not adopted while observed'));
    expect(of(records, 'morans-i')).toBe('fewer than 3 adopters');
    expect(of(records, 'cross-group-adoption')).toBe('nobody has adopted');
  });
});
