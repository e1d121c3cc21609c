import { describe, expect, it } from 'vitest';
import { exampleRecords, fromTies, grouped, measured, network, resultOf, tie } from './small-networks.ts';

describe('silos, worked by hand', () => {
  // Two cliques of three with one bridge; groups are the cliques.
  const inside = ['a', 'b', 'c'].flatMap((v) => ['a', 'b', 'c'].filter((w) => w !== v).map((w) => tie(v, w)));
  const other = inside.map(({ from, to }) => tie(`${from}2`, `${to}2`));
  const cliques = fromTies(['a', 'b', 'c', 'a2', 'b2', 'c2'], [...inside, ...other, tie('a', 'a2')], (id) => ({
    group: id.endsWith('2') ? 'south' : 'north',
  }));
  const by = { groupBy: 'group' };

  it('E-I index: 12 within, 1 between; expected over 12 and 18 possible; range of 13 ties on those', () => {
    const { value, details } = resultOf(cliques, 'e-i-index', by, 'network');
    expect(value).toBeCloseTo((1 - 12) / 13, 12);
    expect(details).toMatchObject({ internal: 12, external: 1, expected: (18 - 12) / 30, max: 1, permutations: 99 });
    expect(details.min as number).toBeCloseTo((1 - 12) / 13, 12);
    expect(details.rescaled as number).toBeCloseTo(-1, 12);
    expect(details.p as number).toBeLessThan(0.2);
  });

  it('E-I by group counts the ties that touch it; by member the ties that start from it', () => {
    expect(resultOf(cliques, 'e-i-index', by, 'group').values).toEqual({ north: (1 - 6) / 7, south: (1 - 6) / 7 });
    const { values } = resultOf(cliques, 'e-i-index', by, 'member');
    expect(values).toEqual({ a: (1 - 2) / 3, b: -1, c: -1, a2: -1, b2: -1, c2: -1 });
  });

  it('E-I undirected: three pairs within each, one between', () => {
    expect(measured(cliques, 'e-i-index', { ...by, undirected: true })).toBeCloseTo((1 - 6) / 7, 12);
  });

  it('mixing matrix: counts, shares, densities, against chance', () => {
    const { value, details } = resultOf(cliques, 'mixing-matrix', by);
    expect(value).toEqual([
      [6, 1],
      [0, 6],
    ]);
    expect(details).toMatchObject({
      groups: ['north', 'south'],
      sizes: [3, 3],
      rowShares: [
        [6 / 7, 1 / 7],
        [0, 1],
      ],
      densities: [
        [1, 1 / 9],
        [0, 1],
      ],
      observedToExpectedBySize: [
        [(6 * 30) / (13 * 6), 30 / (13 * 9)],
        [0, (6 * 30) / (13 * 6)],
      ],
    });
  });

  it('modularity and assortativity of the cliques', () => {
    const chance = (7 * 6 + 6 * 7) / 169;
    expect(measured(cliques, 'modularity', by)).toBeCloseTo(12 / 13 - chance, 12);
    expect(measured(cliques, 'assortativity', by)).toBeCloseTo((12 / 13 - chance) / (1 - chance), 12);
  });

  it('diversity of the membership and of each member’s contacts', () => {
    const { value, details } = resultOf(cliques, 'blau-diversity', by, 'network');
    expect(value).toBeCloseTo(0.5, 12);
    expect(details.ofMaximum as number).toBeCloseTo(1, 12);
    expect(resultOf(cliques, 'blau-diversity', by, 'member').values).toMatchObject({ a: 1 - 5 / 9, b: 0 });
  });

  it('counts of 0, on which an extreme figure rests, are flagged', () => {
    expect(resultOf(cliques, 'segregation-matrix-index', by)).toMatchObject({
      values: { south: 1 },
      details: { zeroCells: { within: [], outside: ['south'] } },
    });
    const apart = grouped(network('a>c b>d c>b'), { a: 'x', b: 'x', c: 'y', d: 'y' });
    expect(resultOf(apart, 'within-group-odds-ratio', by)).toMatchObject({
      value: 0,
      details: { zeroCells: ['within'] },
    });
  });

  it('one group only: nothing to be assortative by, and no test', () => {
    const one = grouped(network('a>b b>c'), { a: 'x', b: 'x', c: 'x' });
    expect(resultOf(one, 'assortativity', by).reason).toBe('all ties start and end in one group');
    const { value, details } = resultOf(one, 'e-i-index', by, 'network');
    expect(value).toBe(-1);
    expect(details).toMatchObject({ p: null, rescaled: null, expected: -1 });
  });
});

describe('equity, worked by hand', () => {
  it('hub dependence: the hub’s share of contributions, of answers, of ties', () => {
    const records = exampleRecords({ network: 'a>h h>a a>b b>c', contributions: 'h h a b', hub: 'h', gives: 0.5 });
    const helped = records.contributions.map((one, at) => ({ ...one, helped: at === 1 || at === 2 ? 'b' : null }));
    const { value, details } = resultOf({ ...records, contributions: helped }, 'hub-dependence');
    expect(value).toBe(0.5);
    expect(details).toEqual({
      hubMembers: 1,
      hubShareOfMembers: 1 / 4,
      contributions: 4,
      answers: 2,
      answerShare: 0.5,
      sessions: 0,
      sessionShare: null,
      ties: 4,
      tieShare: 0.5,
    });
  });

  it('contribution Gini is half the mean difference of all pairs over the mean', () => {
    const records = exampleRecords({ network: 'a b c d e', contributions: 'a a a a b b c', gives: 0 });
    const counts = [4, 2, 1, 0, 0];
    const differences = counts.flatMap((x) => counts.map((y) => Math.abs(x - y))).reduce((sum, one) => sum + one, 0);
    expect(measured(records, 'contribution-gini')).toBeCloseTo(differences / (2 * 5 * 7), 12);
  });
});
