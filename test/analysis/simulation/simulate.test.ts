import { describe, expect, it } from 'vitest';
import { executeHere } from '../../../analysis/kernels/execute.ts';
import { type SimulateOptions, simulate } from '../../../analysis/simulation/simulate.ts';
import { bandOf, differenceOf } from '../../../analysis/simulation/summary.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { adoption, drawn, noRecords, planted } from '../../support/networks.ts';

const SURE = { kind: 'cascade', probability: 1, byStrength: false, periods: null } as const;

function run(records: NetworkRecords, options: SimulateOptions) {
  return simulate(records, { runs: 200, ...options }, executeHere);
}

describe('a proposal is held against doing nothing', () => {
  const silos = drawn({ network: 'a1>a2 a2>a3 a3>a1 b1>b2 b2>b3 b3>b1' });

  it('where everything passes: a tie to the other silo brings in all of it', () => {
    const { adopters, proposed, counted, structure, seeds } = run(silos, {
      model: SURE,
      seeds: { rule: 'given', members: ['b1'] },
      addTies: [{ from: 'a1', to: 'b2' }],
      groupBy: 'region',
    });
    expect(adopters.doingNothing).toEqual({ mean: 3, low: 3, high: 3 });
    expect(adopters.proposed).toEqual({ mean: 6, low: 6, high: 6 });
    expect(adopters.difference).toEqual({ mean: 3, low: 3, high: 3, interval: [3, 3], more: 1, same: 0, less: 0 });
    expect(proposed.ties).toEqual([{ from: 'a1', to: 'b2' }]);
    expect(counted).toBe(6);
    expect(seeds.proposed).toEqual({ chosen: 'given', members: ['b1'], bound: null });
    // 6 arcs within; one more across of seven. Pairs within two steps: 6 of 15; a1–b2, a1–b1, a1–b3, a2–b2, a3–b2 more.
    expect(structure).toEqual([
      { aim: 'e-i', figure: 'E-I index', better: 'higher', doingNothing: -1, proposed: -5 / 7 },
      { aim: 'cut-points', figure: 'cut-points', better: 'lower', doingNothing: 0, proposed: 2 },
      {
        aim: 'reach',
        figure: 'share of pairs within two steps',
        better: 'higher',
        doingNothing: 6 / 15,
        proposed: 11 / 15,
      },
    ]);
  });

  it('a tie in the other direction brings nobody: practice runs from whom one names', () => {
    const { adopters } = run(silos, {
      model: SURE,
      seeds: { rule: 'given', members: ['b1'] },
      addTies: [{ from: 'b2', to: 'a1' }],
    });
    expect(adopters.difference).toMatchObject({ mean: 0, same: 1 });
  });

  it('who is taken out counts in neither arm, and leaves the figures of the network', () => {
    const chain = drawn({ network: 'b>a c>b d>c' });
    const { adopters, counted, proposed, structure } = run(chain, {
      model: SURE,
      seeds: { rule: 'given', members: ['a'] },
      remove: ['b'],
    });
    expect(adopters.doingNothing.mean).toBe(3);
    expect(adopters.proposed.mean).toBe(1);
    expect(adopters.difference).toMatchObject({ mean: -2, less: 1 });
    expect({ counted, removed: proposed.removed }).toEqual({ counted: 3, removed: ['b'] });
    expect(structure[0]).toMatchObject({ aim: 'cut-points', doingNothing: 2, proposed: 0 });
  });

  it('proposes the introductions that do most for an aim, and never people who were ever tied', () => {
    const records = planted({ members: 30, groups: 3, within: 0.25, across: 0.02, seed: 4 });
    const { proposed, adopters, structure } = run(records, {
      groupBy: 'region',
      introduce: { aim: 'e-i', count: 4, maxPerMember: 1 },
      runs: 500,
    });
    expect(proposed.introductions.length).toBe(4);
    expect(proposed.ties.length).toBe(8);
    expect(new Set(proposed.ties.flatMap(({ from, to }) => [from, to])).size).toBe(8);
    const tied = new Set(records.ties.map(({ from, to }) => `${from}>${to}`));
    for (const { from, to } of proposed.ties)
      expect(tied.has(`${from}>${to}`) || tied.has(`${to}>${from}`)).toBe(false);
    expect(adopters.difference.less).toBe(0);
    expect(adopters.difference.interval[0]).toBeGreaterThan(0);
    expect(structure[0]!.proposed!).toBeGreaterThan(structure[0]!.doingNothing!);
  });

  it('seeds against others: as many as reach a star from its middle, or from a leaf at random', () => {
    const star = drawn({ network: 'a>h b>h c>h d>h' });
    const { adopters, seeds } = run(star, {
      model: SURE,
      seeds: { rule: 'degree', count: 1 },
      seedsNow: { rule: 'random', count: 1 },
      runs: 2000,
    });
    expect(seeds.doingNothing).toEqual({ chosen: 'random:1', members: null, bound: null });
    expect(seeds.proposed.members).toEqual(['h']);
    expect(adopters.proposed.mean).toBe(5);
    // One of five begins: the middle reaches all five, a leaf only itself.
    expect(Math.abs(adopters.doingNothing.mean - (5 + 4) / 5)).toBeLessThan(4 * Math.sqrt(2.56 / 2000));
  });

  it('begins with those who have adopted, and reads the probability from how it went so far', () => {
    const records = drawn({ network: 'b>a c>a d>a e>b' });
    records.adoptions = [adoption('a', 'x', 1), adoption('b', 'x', 2)];
    const { seeds, model, probabilityFrom, options } = run(records, { addTies: [{ from: 'e', to: 'a' }] });
    expect(seeds.proposed).toMatchObject({ chosen: 'adopters', members: ['a', 'b'] });
    // Four chances to pass (b, c, d from a; e from b), one taken: (1 + 1)/(4 + 2).
    expect({ model, probabilityFrom }).toMatchObject({ model: { probability: 1 / 3 }, probabilityFrom: 'adoptions' });
    expect(options.practice).toBe('x');
  });

  it('period by period where periods are limited', () => {
    const chain = drawn({ network: 'b>a c>b d>c' });
    const { byPeriod } = run(chain, {
      model: { ...SURE, periods: 3 },
      seeds: { rule: 'given', members: ['a'] },
      addTies: [{ from: 'd', to: 'a' }],
    });
    expect(byPeriod.map(({ period, doingNothing, proposed }) => [period, doingNothing, proposed])).toEqual([
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 4],
    ]);
  });

  it('without direction a tie passes both ways', () => {
    const { adopters, proposed } = run(drawn({ network: 'a>b c' }), {
      model: SURE,
      selection: { undirected: true },
      seeds: { rule: 'given', members: ['a'] },
      addTies: [{ from: 'b', to: 'c' }],
    });
    expect(proposed.ties).toEqual([
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ]);
    expect([adopters.doingNothing.mean, adopters.proposed.mean]).toEqual([2, 3]);
  });

  it('the same bytes for the same input, whatever order records come in', () => {
    const records = planted({ members: 20, groups: 2, within: 0.3, across: 0.05, seed: 2 });
    const options: SimulateOptions = {
      introduce: { aim: 'reach', count: 3, maxPerMember: 2 },
      seeds: { rule: 'greedy', count: 2 },
    };
    const turned = { ...records, members: records.members.toReversed(), ties: records.ties.toReversed() };
    expect(JSON.stringify(run(turned, options))).toBe(JSON.stringify(run(records, options)));
  });
});

describe('what cannot be asked is refused with words, and nobody is named', () => {
  const pair = drawn({ network: 'zoe>yan xi' });

  it.each<[string, SimulateOptions, RegExp]>([
    [
      'somebody unknown as seed',
      { seeds: { rule: 'given', members: ['wim'] } },
      /person 1 of 1 .* is no active member/,
    ],
    ['somebody unknown in a tie', { addTies: [{ from: 'xi', to: 'wim' }] }, /is no active member/],
    ['a tie to oneself', { addTies: [{ from: 'xi', to: 'xi' }] }, /proposed tie 1 is of somebody to themselves/],
    ['a probability above 1', { model: { ...SURE, probability: 1.5 } }, /probability is 1.5; give a share from 0 to 1/],
    ['no number', { model: { ...SURE, probability: Number.NaN } }, /probability is NaN/],
    ['no periods', { model: { kind: 'si', probability: 0.1, periods: 0 } }, /periods is 0/],
    ['too much at once', { runs: 1_000_000, model: { ...SURE, periods: 100 } }, /give fewer of either/],
    ['one run', { runs: 1 }, /runs is 1; give a whole number from 2/],
    ['silos without groups', { introduce: { aim: 'e-i', count: 1, maxPerMember: 1 } }, /the aim e-i needs groups/],
    ['strengths that nobody stated', { model: { ...SURE, byStrength: true } }, /not all ties state a strength/],
    ['a practice that is not there', { practice: 'x' }, /unknown practice "x"/],
    ['more seeds than members', { seeds: { rule: 'degree', count: 4 } }, /give a number from 1 to 3/],
    [
      'a threshold missing',
      { model: { kind: 'threshold', thresholds: { zoe: 1 }, byStrength: false, periods: null } },
      /2 members have no threshold/,
    ],
  ])('%s', (_, options, words) => {
    expect(() => run(pair, options)).toThrow(words);
    expect(() => run(pair, options)).not.toThrow(/wim/);
  });

  it('several practices: which one', () => {
    const records = drawn({ network: 'a>b' });
    records.adoptions = [adoption('a', 'x', 1), adoption('b', 'y', 1)];
    expect(() => run(records, {})).toThrow(/2 practices are recorded: say which one \(x, y\)/);
  });

  it('no members, or no ties at all: nothing can spread', () => {
    expect(() => run(noRecords(), {})).toThrow(/there are 0 active members/);
    expect(() => run(drawn({ network: 'a b' }), {})).toThrow(/there are no ties/);
    expect(run(drawn({ network: 'a b' }), { addTies: [{ from: 'a', to: 'b' }] }).adopters.difference.less).toBe(0);
  });
});

describe('bands and intervals', () => {
  it('a band holds nine of ten runs; an interval narrows with the root of the runs', () => {
    const runs = Float64Array.from({ length: 101 }, (_, at) => 100 - at);
    expect(bandOf(runs)).toEqual({ mean: 50, low: 5, high: 95 });
    const first = new Float64Array(400);
    const second = Float64Array.from({ length: 400 }, (_, at) => (at % 4) - 1);
    const { mean, interval, more, same, less } = differenceOf(first, second);
    expect({ mean, more, same, less }).toEqual({ mean: 0.5, more: 0.5, same: 0.25, less: 0.25 });
    expect(interval[1] - interval[0]).toBeCloseTo(2 * 1.96 * Math.sqrt(1.25 / 399 / 1), 3);
  });
});
