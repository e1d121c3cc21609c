import { describe, expect, it } from 'vitest';
import { meanOf, tBeyond95 } from '../../../analysis/inference/mean-interval.ts';
import { exampleRound } from '../../../analysis/metrics/practice/rounds.ts';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

function measured(metric: string, practices: Partial<PracticeRecords>, members = 'a b c d e f') {
  return resultOf({ ...network(members), practices }, metric);
}

const speakUp = (counts: number[] | null, n = counts?.reduce((sum, count) => sum + count, 0) ?? 4) => [
  { item: 'speak-up', n, counts },
];

describe('psychological-safety: of the newest pulse that is closed, and of nothing smaller than five', () => {
  it('mean and interval agree with scipy 1.17.1: t.interval(0.95, 5, mean, sem) of [2,3,3,3,3,4]', () => {
    const { mean, error, interval } = meanOf([0, 1, 4, 1]);
    expect(mean).toBe(3);
    expect(error).toBeCloseTo(0.2581988897471611, 12);
    expect(interval?.[0]).toBeCloseTo(2.3362784, 6);
    expect(interval?.[1]).toBeCloseTo(3.6637216, 6);
    // t.ppf(0.975, 1), (0.975, 4), (0.975, 5) and (0.975, 200)
    expect(tBeyond95(1)).toBeCloseTo(12.706204736174694, 9);
    expect(tBeyond95(4)).toBeCloseTo(2.7764451051977987, 9);
    expect(tBeyond95(5)).toBeCloseTo(2.570581835636314, 9);
    expect(tBeyond95(200)).toBeCloseTo(1.9718962236339088, 9);
  });

  it('where all agree there is no interval, because nothing is known of how answers spread', () => {
    expect(meanOf([0, 0, 7, 0])).toEqual({ n: 7, mean: 3, error: 0, interval: null });
  });

  it('compares with the pulse before, and leaves out a round that is open', () => {
    const rounds = [
      exampleRound({ items: speakUp([2, 2, 2, 0]), closes: '2026-01-15T07:00:00.000Z', round: 'pulse-1' }),
      exampleRound({ items: speakUp([0, 1, 4, 1]), closes: '2026-04-15T07:00:00.000Z', round: 'pulse-2' }),
      exampleRound({ status: 'open', round: 'pulse-3', closes: '2026-07-15T07:00:00.000Z' }),
    ];
    const result = measured('psychological-safety', { 'questionnaire-round': rounds });
    expect(result).toMatchObject({ value: 3, details: { round: 'pulse-2', rounds: 2 } });
    const [item] = result.details.items as { change: number; changeInterval: [number, number] }[];
    // Errors 0.3651 and 0.2582: together 0.4472, and 1.96 of them 0.8765.
    expect(item?.change).toBe(1);
    expect(item?.changeInterval[0]).toBeCloseTo(0.1235, 3);
  });

  it('is not known where fewer than five answered the newest, whatever there was before', () => {
    const rounds = [
      exampleRound({ items: speakUp([0, 1, 4, 1]), closes: '2026-01-15T07:00:00.000Z' }),
      exampleRound({ items: null, answered: 3, round: 'pulse-2' }),
    ];
    expect(measured('psychological-safety', { 'questionnaire-round': rounds })).toMatchObject({
      value: null,
      reason: 'fewer than 5 members answered the newest pulse',
    });
  });
});

describe('high-trust-ties: of the newest round that is closed, from five raters on', () => {
  const rate = (round: string, from: string, to: string, item: string, rating: number) => ({
    ...{ round, from, to, item, rating },
  });

  it('counts ties rated 3 or 4, and which of them are mutual', () => {
    const ratings = [
      rate('contacts-9', 'a', 'b', 'trust', 1),
      ...[...'abcde'].map((from) => rate('contacts-10', from, from === 'a' ? 'b' : 'a', 'trust', from < 'd' ? 4 : 2)),
      rate('contacts-10', 'a', 'b', 'value', 3),
    ];
    expect(measured('high-trust-ties', { 'tie-rating': ratings })).toMatchObject({
      value: 0.6,
      details: {
        ...{ round: 'contacts-10', raters: 5, ties: 5, high: 3, mutual: 1 },
        items: [
          { item: 'trust', n: 5, mean: 3.2, counts: [0, 2, 0, 3] },
          { item: 'value', n: 1, mean: 3, counts: [0, 0, 1, 0] },
        ],
      },
    });
  });

  it('is not known of four raters, nor of a round that is open', () => {
    const four = [...'abcd'].map((from) => rate('contacts-1', from, 'e', 'trust', 4));
    expect(measured('high-trust-ties', { 'tie-rating': four }).value).toBeNull();
    const five = [...four, rate('contacts-1', 'e', 'a', 'trust', 4)];
    const open = exampleRound({ round: 'contacts-1', status: 'open' });
    expect(measured('high-trust-ties', { 'tie-rating': five, 'questionnaire-round': [open] }).value).toBeNull();
    expect(measured('high-trust-ties', { 'tie-rating': five }).value).toBe(1);
  });
});
