import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/index.ts';
import { chiSquareTail } from '../../../analysis/inference/chi-square.ts';
import { logRank } from '../../../analysis/inference/log-rank.ts';

/** [time, event] of each person, group by group. */
function test(...groups: (readonly (readonly [number, 0 | 1])[])[]) {
  const rows = groups.flatMap((people, group) => people.map(([until, event]) => ({ group, until, event })));
  return logRank(
    {
      group: rows.map((row) => row.group),
      until: rows.map((row) => row.until),
      event: rows.map((row) => row.event),
    },
    groups.length,
  );
}

describe('the tail of chi-square, against scipy.stats.chi2.sf', () => {
  it.each([
    [3.841458820694124, 1, 0.04999999999999989],
    [0.01, 1, 0.920344325445942],
    [100, 1, 1.5239706048320995e-23],
    [5, 2, 0.0820849986238988],
    [12.3, 7, 0.0911148860003131],
    [0.5, 10, 0.999993388289439],
    [200, 150, 0.003973185970821635],
    [30, 3, 1.3800570312932553e-6],
  ])('x = %d, %d degrees of freedom', (x, degreesOfFreedom, tail) => {
    expect(chiSquareTail(x, degreesOfFreedom) / tail).toBeCloseTo(1, 11);
  });

  it('0 leaves all of it', () => {
    expect(chiSquareTail(0, 3)).toBe(1);
  });
});

describe('the log-rank test, against scipy and R', () => {
  const A = [
    [1, 1],
    [1, 1],
    [2, 1],
    [4, 1],
    [4, 0],
    [5, 1],
    [7, 0],
    [9, 1],
  ] as const;
  const B = [
    [3, 1],
    [4, 1],
    [6, 0],
    [6, 1],
    [8, 1],
    [9, 0],
    [10, 1],
    [10, 0],
  ] as const;
  const C = [
    [2, 1],
    [2, 0],
    [3, 1],
    [11, 1],
    [12, 1],
    [12, 0],
  ] as const;

  it('two groups with ties and censoring: scipy.stats.logrank', () => {
    const { chiSquare, p, degreesOfFreedom, observed, expected } = test(A, B)!;
    expect(chiSquare).toBeCloseTo(2.506798384137778, 11);
    expect(p).toBeCloseTo(0.11335601712201754, 11);
    expect([degreesOfFreedom, observed]).toEqual([1, [6, 5]]);
    expect(expected[0]).toBeCloseTo(3.67985348, 8);
  });

  it('three groups, by the generalised inverse of the whole covariance in numpy', () => {
    const { chiSquare, p, degreesOfFreedom } = test(A, B, C)!;
    expect(degreesOfFreedom).toBe(2);
    expect(chiSquare).toBeCloseTo(3.7271093290164528, 10);
    expect(p).toBeCloseTo(0.1551202487412489, 10);
  });

  it('ovarian cancer (R survival, Edmunson 1979): survdiff prints 5.23 and 6.77 expected, chi-square 1.1, p 0.3', () => {
    const first = [
      [59, 1],
      [115, 1],
      [156, 1],
      [268, 1],
      [329, 1],
      [431, 1],
      [638, 1],
    ] as const;
    const second = [
      [353, 1],
      [365, 1],
      [464, 1],
      [475, 1],
      [563, 1],
    ] as const;
    const censored = (times: number[]) => times.map((time) => [time, 0] as const);
    const { chiSquare, p, expected } = test(
      [...first, ...censored([448, 477, 803, 855, 1040, 1106])],
      [...second, ...censored([377, 421, 744, 769, 770, 1129, 1206, 1227])],
    )!;
    expect(expected[0]).toBeCloseTo(5.23353102, 8);
    expect(chiSquare).toBeCloseTo(1.062739861291412, 10);
    expect(p).toBeCloseTo(0.3025911169890927, 10);
  });

  it('the order of groups does not matter, and a group that is never at risk has nothing to say', () => {
    const [one, other, with0] = [test(A, B, C)!, test(C, A, B)!, test(A, [[-1, 0]], B, C)!];
    expect(other.chiSquare).toBeCloseTo(one.chiSquare, 10);
    expect(with0).toMatchObject({ degreesOfFreedom: 2, observed: [6, 0, 5, 4] });
    expect(with0.chiSquare).toBeCloseTo(one.chiSquare, 10);
  });

  it('nothing to test: one group, no event, or all at once', () => {
    expect(test(A)).toBeNull();
    expect(test([[1, 0]], [[2, 0]])).toBeNull();
    expect(test([[1, 1]], [[1, 1]])).toBeNull();
  });

  it('alarms at its nominal rate where groups do not differ', () => {
    const random = createRandom(4, 'null');
    let alarms = 0;
    for (let round = 0; round < 1000; round++) {
      const people = () => Array.from({ length: 30 }, () => [random.below(12), random.next() < 0.8 ? 1 : 0] as const);
      if (test(people(), people())!.p <= 0.05) alarms++;
    }
    expect(Math.abs(alarms / 1000 - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / 1000));
  });
});
