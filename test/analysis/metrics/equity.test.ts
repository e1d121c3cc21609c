import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/index.ts';
import { exampleRecords, resultOf } from './small-networks.ts';

const BY = { groupBy: 'group' };

describe('give and take: help goes from who contributed to whom it helped, and what is given is received', () => {
  const records = exampleRecords({
    network: 'a b c d e',
    groups: { a: 'x', b: 'x', c: 'y', d: 'y', e: 'y' },
    contributions: 'a>b a>c a>c c>a d>e e a>a d>gone',
    gives: 0,
  });

  it('by member, adding up to what was given to those who have left', () => {
    const { values, details } = resultOf(records, 'give-and-take', {}, 'member');
    expect(values).toEqual({
      a: { given: 3, received: 1, net: 2 },
      b: { given: 0, received: 1, net: -1 },
      c: { given: 1, received: 2, net: -1 },
      d: { given: 2, received: 0, net: 2 },
      e: { given: 0, received: 1, net: -1 },
    });
    expect(details.outside).toBe(1);
  });

  it('by organisation: help within counts on both sides, and from whom to whom is in the details', () => {
    const { values, details } = resultOf(records, 'give-and-take', BY, 'group');
    expect(values).toEqual({ x: { given: 3, received: 2, net: 1 }, y: { given: 3, received: 3, net: 0 } });
    expect(details.between).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  it('nobody said whom it helped: unknown, not zero', () => {
    const unsaid = exampleRecords({ network: 'a b', contributions: 'a b', gives: 0 });
    expect(resultOf(unsaid, 'give-and-take')).toMatchObject({
      values: { a: null, b: null },
      reason: 'no contribution says whom it helped',
    });
  });
});

describe('participation rate ratios: a group against all others', () => {
  const records = exampleRecords({
    network: 'a b c d e f g',
    groups: { a: 'x', b: 'x', c: 'x', d: 'y', e: 'y', f: 'y', g: 'y' },
    contributions: 'a a b d gone',
    gives: 0,
  });

  it('two of three against one of four, with Katz’s interval', () => {
    const { values, details } = resultOf(records, 'participation-rate-ratios', BY);
    const ratio = 2 / 3 / (1 / 4);
    expect(values!.x as number).toBeCloseTo(ratio, 12);
    expect(values!.y as number).toBeCloseTo(1 / ratio, 12);
    const { interval, ...counts } = (details.groups as Record<string, { interval: [number, number] }>).x!;
    expect(counts).toEqual({
      members: 3,
      participants: 2,
      contributions: 3,
      rate: 2 / 3,
      contributionsPerMember: 1,
    });
    const margin = 1.96 * Math.sqrt(1 / 2 - 1 / 3 + 1 / 1 - 1 / 4);
    expect(Math.log(interval[0])).toBeCloseTo(Math.log(ratio) - margin, 12);
    expect(Math.log(interval[1])).toBeCloseTo(Math.log(ratio) + margin, 12);
  });

  it('nobody in the group: 0 without an interval; nobody in the others, or no others, or no groups: null', () => {
    const silent = exampleRecords({ network: 'a b', groups: { a: 'x', b: 'y' }, contributions: 'a', gives: 0 });
    const { values, reasons, details } = resultOf(silent, 'participation-rate-ratios', BY);
    expect(values).toEqual({ x: null, y: 0 });
    expect(reasons).toEqual({ x: 'nobody in the other groups contributed' });
    expect((details.groups as Record<string, { interval: unknown }>).y!.interval).toBeNull();
    const one = exampleRecords({ network: 'a b', groups: { a: 'x', b: 'x' }, contributions: 'a', gives: 0 });
    expect(resultOf(one, 'participation-rate-ratios', BY).reasons).toEqual({ x: 'the only group' });
    expect(resultOf(silent, 'participation-rate-ratios').reason).toMatch(/needs groups/);
  });

  it('the interval holds the true ratio in about 95 of 100 networks', () => {
    const random = createRandom(9, 'coverage');
    let held = 0;
    for (let round = 0; round < 400; round++) {
      const ids = Array.from({ length: 140 }, (_, v) => `m${v}`);
      const contributions = ids.filter((_, v) => random.next() < (v < 60 ? 0.6 : 0.4));
      const whole = exampleRecords({
        network: ids.join(' '),
        groups: Object.fromEntries(ids.map((id, v) => [id, v < 60 ? 'x' : 'y'])),
        contributions: contributions.join(' '),
        gives: 0,
      });
      const { details } = resultOf(whole, 'participation-rate-ratios', BY);
      const [low, high] = (details.groups as Record<string, { interval: [number, number] }>).x!.interval;
      if (low <= 1.5 && 1.5 <= high) held++;
    }
    expect(Math.abs(held / 400 - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / 400));
  });
});
