import { describe, expect, it } from 'vitest';
import { calendarDates } from '../../../workflows/activities/calendar.ts';

describe('the calendar is the local one: months end where they end, and nine o’clock stays nine o’clock', () => {
  const berlin = { timeZone: 'Europe/Berlin', blackouts: [] };

  it.each([
    ['a month after the end of January', '2026-01-31T08:00:00.000Z', 'P1M', '2026-02-28T08:00:00.000Z'],
    ['the same in a leap year', '2028-01-31T08:00:00.000Z', 'P1M', '2028-02-29T08:00:00.000Z'],
    ['a year after 29 February', '2028-02-29T08:00:00.000Z', 'P1Y', '2029-02-28T08:00:00.000Z'],
    ['into summer time', '2026-03-28T08:00:00.000Z', 'P1D', '2026-03-29T07:00:00.000Z'],
    ['out of summer time', '2026-10-24T07:00:00.000Z', 'P1D', '2026-10-25T08:00:00.000Z'],
    ['hours are hours, also across the change', '2026-03-28T20:00:00.000Z', 'PT12H', '2026-03-29T08:00:00.000Z'],
    ['a local time that does not exist moves on', '2026-03-28T01:30:00.000Z', 'P1D', '2026-03-29T01:30:00.000Z'],
    ['weeks and milliseconds are kept', '2026-01-05T08:00:00.123Z', 'P2W', '2026-01-19T08:00:00.123Z'],
  ])('%s', (_, from, add, expected) => {
    expect(calendarDates({ ...berlin, from, steps: [{ name: 'next', add }] })).toEqual({ next: expected });
  });

  it('moves what falls into a blackout to the first day after, at the same local time', () => {
    const blackouts = [
      { from: '2026-03-20', to: '2026-03-28' },
      { from: '2026-03-29', to: '2026-03-29' },
    ];
    const dates = calendarDates({
      from: '2026-03-15T08:00:00.000Z',
      timeZone: 'Europe/Berlin',
      blackouts,
      steps: [
        { name: 'in', add: 'P5D' },
        { name: 'before', add: 'P4D' },
        // From the day it was moved to.
        { name: 'after', add: 'P1D', after: 'in' },
      ],
    });
    expect(dates).toEqual({
      in: '2026-03-30T07:00:00.000Z',
      before: '2026-03-19T08:00:00.000Z',
      after: '2026-03-31T07:00:00.000Z',
    });
  });

  it('counts blackout days in the network’s zone, not in UTC', () => {
    const dates = calendarDates({
      from: '2026-07-01T20:00:00.000Z',
      timeZone: 'Pacific/Auckland',
      blackouts: [{ from: '2026-07-03', to: '2026-07-03' }],
      steps: [{ name: 'next', add: 'P1D' }],
    });
    expect(dates).toEqual({ next: '2026-07-03T20:00:00.000Z' });
  });

  it.each([
    ['an unknown zone', { from: '2026-01-01T00:00:00.000Z', timeZone: 'Mars/Base', steps: [] }, /time zone/],
    [
      'no duration',
      { from: '2026-01-01T00:00:00.000Z', timeZone: 'UTC', steps: [{ name: 'a', add: 'soon' }] },
      /ISO-8601/,
    ],
    [
      'a step after one that is not there',
      { from: '2026-01-01T00:00:00.000Z', timeZone: 'UTC', steps: [{ name: 'a', add: 'P1D', after: 'b' }] },
      /must stand before/,
    ],
  ])('refuses %s for good', (_, input, words) => {
    expect(() => calendarDates({ blackouts: [], ...input })).toThrow(words);
    expect(() => calendarDates({ blackouts: [], ...input })).toThrow(expect.objectContaining({ nonRetryable: true }));
  });
});
