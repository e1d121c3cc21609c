import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration } from '../../../data/records/duration.ts';

describe('adding a duration goes by the calendar of UTC, wherever the machine stands', () => {
  it.each([
    ['2026-01-12T09:00:00.000Z', 'P30D', '2026-02-11T09:00:00.000Z'],
    ['2026-01-31T09:00:00.000Z', 'P1M', '2026-02-28T09:00:00.000Z'],
    ['2028-01-31T09:00:00.000Z', 'P1M', '2028-02-29T09:00:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 'P1Y', '2029-02-28T00:00:00.000Z'],
    ['2026-11-30T23:30:00.000Z', 'P3M', '2027-02-28T23:30:00.000Z'],
    ['2026-03-31T12:00:00.000Z', 'P1M1D', '2026-05-01T12:00:00.000Z'],
    ['2026-03-28T23:00:00.000Z', 'P1W', '2026-04-04T23:00:00.000Z'],
    ['2026-12-31T23:59:00.000Z', 'PT12H1M', '2027-01-01T12:00:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 'P1Y2M1W3DT4H5M', '2027-03-11T04:05:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 'PT90M', '2026-01-01T01:30:00.000Z'],
  ])('%s + %s = %s', (instant, duration, expected) => {
    expect(addDuration(instant, duration)).toBe(expected);
  });

  it.each(['', 'P', 'PT', 'P1', '1D', 'P-1D', 'P1.5D', 'P1DT', 'p1d', 'P1D '])(
    'refuses the duration %j',
    (duration) => {
      expect(() => addDuration('2026-01-01T00:00:00.000Z', duration)).toThrow(/ISO-8601/);
    },
  );

  it('refuses what is no instant, and a sum beyond the calendar', () => {
    expect(() => addDuration('soon', 'P1D')).toThrow(/instant/);
    expect(() => addDuration('2026-01-01T00:00:00.000Z', 'P9000Y')).toThrow(/9999/);
    expect(() => addDuration('2026-01-01T00:00:00.000Z', `P${'9'.repeat(400)}D`)).toThrow(/9999/);
  });

  it('never goes back, and a month moves to the next month whatever the day', () => {
    const instants = fc.date({ min: new Date('1971-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.nat(40), fc.nat(400), (date, months, days) => {
        const from = date.toISOString();
        const moved = addDuration(from, `P${months}M`);
        const monthsApart = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthsApart(moved) - monthsApart(from)).toBe(months);
        expect(moved.slice(10)).toBe(from.slice(10));
        expect(addDuration(from, `P${days}D`) >= from).toBe(true);
      }),
    );
  });
});
