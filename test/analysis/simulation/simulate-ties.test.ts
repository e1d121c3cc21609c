import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../analysis/simulation/cascade.ts';
import { simulateTies } from '../../../analysis/simulation/simulate-ties.ts';
import { whatIf } from '../../../analysis/simulation/what-if.ts';
import { adoption, drawn, planted } from '../../support/networks.ts';

const EI = { metric: 'e-i-index', groupBy: 'region', seed: 1, smallestResponse: 0 };

describe('proposed ties are held against doing nothing on the same draws', () => {
  const records = drawn({ network: 'a1>a2 a2>a1 b1>b2 b2>b1' });
  const figure = whatIf(records, EI);

  it('comes to nothing at rate 0, and to exactly what is predicted at rate 1', () => {
    const never = simulateTies(records, [['a1', 'b1']], { figure, seed: 1, runs: 50, acceptRate: 0 });
    expect(never.figure).toEqual({ doingNothing: -1, expected: -1, low: -1, high: -1 });
    const always = simulateTies(records, [['a1', 'b1']], { figure, seed: 1, runs: 50, acceptRate: 1 });
    const predicted = (2 - 4) / 6;
    expect(always.figure).toEqual({
      doingNothing: -1,
      expected: expect.closeTo(predicted, 12),
      low: predicted,
      high: predicted,
    });
    expect(always.adopters).toBeNull();
  });

  it('has the mean of a coin: half the way at rate ½ (2,000 runs: ± 3.3 sd)', () => {
    const half = simulateTies(records, [['a1', 'b1']], { figure, seed: 7, runs: 2000, acceptRate: 0.5 });
    const way = (half.figure.expected! + 1) / ((2 - 4) / 6 + 1);
    expect(Math.abs(way - 0.5)).toBeLessThan(3.3 * Math.sqrt(0.25 / 2000));
    expect(half.figure).toMatchObject({ low: -1, high: (2 - 4) / 6 });
  });

  it('a band of more ties is wider, and its mean never lower', () => {
    const options = { figure, seed: 3, runs: 200, acceptRate: 0.5 };
    const one = simulateTies(records, [['a1', 'b1']], options);
    const two = simulateTies(
      records,
      [
        ['a1', 'b1'],
        ['a2', 'b2'],
      ],
      options,
    );
    expect(two.figure.expected!).toBeGreaterThan(one.figure.expected!);
    expect(two.figure.high!).toBeGreaterThan(one.figure.high!);
  });

  it('gives the same bytes for the same seed', () => {
    const options = { figure, seed: 3, runs: 100, acceptRate: 0.5 };
    const run = () => JSON.stringify(simulateTies(records, [['a1', 'b2']], options));
    expect(run()).toBe(run());
  });

  it('says nothing where the figure is undefined', () => {
    const silent = drawn({ network: 'a1>a2 b1', unanswered: ['a1', 'a2', 'b1'] });
    const none = simulateTies(silent, [['a1', 'b1']], {
      figure: whatIf(silent, EI),
      seed: 1,
      runs: 10,
      acceptRate: 0.5,
    });
    expect(none.figure).toEqual({ doingNothing: null, expected: null, low: null, high: null });
  });
});

describe('a practice spreads from whom one names to the one who names', () => {
  it('reads its rate from the ties over which it passed: 1 of 3 chances, smoothed (1 + 1)/(3 + 2)', () => {
    const records = drawn({ network: 'b>a c>a d>a a>b e' });
    // b followed a; c and d have not; a took it up before b, so nothing could pass from b to a.
    records.adoptions = [adoption('a', 'x', 1), adoption('b', 'x', 2)];
    const [spread] = spreadOf(records, 1).spreads;
    expect(spread).toMatchObject({ practice: 'x', rate: 2 / 5, adopters: 2 });
  });

  it('over one further tie to one further member: accept rate × passing rate (4,000 runs: ± 3.3 sd)', () => {
    const records = drawn({ network: 'a b' });
    records.adoptions = [adoption('a', 'x', 1)];
    const figure = (): number => 0;
    const { adopters } = simulateTies(records, [['a', 'b']], { figure, seed: 11, runs: 4000, acceptRate: 0.6 });
    // No tie to learn from: the rate is the prior's, ½.
    const chance = 0.6 * 0.5;
    expect(Math.abs(adopters!.expected! - chance)).toBeLessThan(3.3 * Math.sqrt((chance * (1 - chance)) / 4000));
    expect(adopters).toMatchObject({ doingNothing: 0, low: 0, high: 1 });
  });

  it('to a group that is a chain behind the tie: ½ + ¼ + … of those who follow each other (closed form)', () => {
    const records = drawn({ network: 'a b c>b d>c' });
    records.adoptions = [adoption('a', 'x', 1)];
    const figure = (): number => 0;
    const { adopters } = simulateTies(records, [['a', 'b']], { figure, seed: 5, runs: 8000, acceptRate: 1 });
    const expected = 1 / 2 + 1 / 4 + 1 / 8;
    // The variance of the length of a run of coins, at most 1.2.
    expect(Math.abs(adopters!.expected! - expected)).toBeLessThan(3.3 * Math.sqrt(1.2 / 8000));
  });

  it('a further tie never takes adopters away, and counts those only who would not have come anyway', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(50), (seed, run) => {
        const records = planted({ members: 12, groups: 3, within: 0.3, across: 0.05, seed });
        records.adoptions = [adoption('p001', 'x', 1), adoption('p004', 'x', 2), adoption('p007', 'y', 1)];
        const { graph, spreads } = spreadOf(records, seed);
        const added = [
          { from: 0, to: 5, stream: 'p001|p006' },
          { from: 5, to: 0, stream: 'p006|p001' },
        ];
        for (const { extra } of spreads) {
          expect(extra(run, [])).toBe(0);
          const more = extra(run, added);
          expect(more).toBeGreaterThanOrEqual(0);
          expect(more).toBeLessThan(graph.n);
        }
      }),
    );
  });

  it('no practice, or only people who have not taken it up: there is nothing to spread', () => {
    const records = drawn({ network: 'a>b' });
    expect(spreadOf(records, 1).spreads).toEqual([]);
    records.adoptions = [{ member: 'a', practice: 'x', time: 4, censored: true }];
    expect(spreadOf(records, 1).spreads).toEqual([]);
  });
});
