import { describe, expect, it } from 'vitest';
import { disagreement } from '../../cli/bench/agreement.ts';
import { exponentOf } from '../../cli/bench/growth.ts';
import { compare, hold, spreadOf } from '../../cli/bench/verdict.ts';

const PEER = { tool: 'igraph', version: '1.0.0' };

describe('Law: a row says yes when the median of ratios taken in turn reaches its goal, and never when figures differ', () => {
  it('takes the middle of an odd number, and the mean of the two middle ones of an even number', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 });
  });

  it('takes ratios within each repetition, so that a slow minute of the machine weighs on both', () => {
    const slowInTheMiddle = { ours: [1, 10, 1], theirs: [3, 30, 3] };
    const { ratio, verdict } = compare(
      PEER,
      'processor time',
      { quantity: 'processor time', atLeast: 3 },
      slowInTheMiddle,
    );
    expect({ ratio, verdict }).toEqual({ ratio: { median: 3, least: 3, most: 3 }, verdict: 'yes' });
  });

  it('says no below the goal, and nothing where there is none', () => {
    const measured = { ours: [1, 1, 1], theirs: [2.9, 2.9, 9] };
    const goal = { quantity: 'processor time', atLeast: 3 } as const;
    expect(compare(PEER, 'processor time', goal, measured).verdict).toBe('no');
    expect(compare(PEER, 'processor time', undefined, measured).verdict).toBe('shown');
  });

  it('holds Weft to what it must stay below', () => {
    const limit = { quantity: 'wall time', atMost: 0.3 } as const;
    expect(hold(limit, [0.1, 0.3, 0.9]).verdict).toBe('yes');
    expect(hold(limit, [0.1, 0.31, 0.9]).verdict).toBe('no');
    expect(hold({ ...limit, atMost: null }, [1]).verdict).toBe('shown');
  });
});

describe('Law: times count only where both found the same', () => {
  const same = { kind: 'same', within: 1e-9 } as const;

  it.each([
    ['figures that are in both', { a: [1, 2], only: 3 }, { a: [1, 2] }, null],
    ['rounding, relative to the largest', { a: [1e9, 0] }, { a: [1e9, 0.5] }, null],
    ['another value', { a: [1, 2] }, { a: [1, 2.1] }, 'a: at 1 ours is 2, theirs 2.1'],
    ['another length', { a: [1] }, { a: [1, 2] }, 'a: ours has 1 figures, theirs 2'],
    ['nothing in common', { a: 1 }, { b: 1 }, 'no figure is in both answers'],
  ])('%s', (_what, ours, theirs, why) => {
    expect(disagreement(same, ours, theirs)).toBe(why);
  });

  it('means of runs of chance may differ by what chance allows', () => {
    const ours = { mean: 10, standardError: 0.3 };
    expect(disagreement({ kind: 'by chance' }, ours, { mean: 12, standardError: 0.4 })).toBeNull();
    expect(disagreement({ kind: 'by chance' }, ours, { mean: 13, standardError: 0.4 })).toMatch('10 on average');
  });

  it('what is searched for has to be as good, and may be better', () => {
    const asGood = { kind: 'as good', within: 0.01 } as const;
    expect(disagreement(asGood, { quality: 0.5 }, { quality: 0.4 })).toBeNull();
    expect(disagreement(asGood, { quality: 0.5 }, { quality: 0.52 })).toMatch('ours reaches 0.5');
  });
});

describe('Law: the exponent of a cost is the slope between sizes', () => {
  it('finds a square where cost is a square', () => {
    const costs = [10, 20, 40].map((size) => ({ members: size / 2, ties: size / 2, seconds: size ** 2 / 7 }));
    expect(exponentOf(costs)).toBeCloseTo(2, 9);
  });

  it('has none for a single size', () => {
    expect(exponentOf([{ members: 1, ties: 1, seconds: 1 }])).toBeNull();
  });
});
