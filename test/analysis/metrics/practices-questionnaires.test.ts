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

describe('points-answered, reflections-completed, action-reflection-balance, knowledge-right: counts of all together', () => {
  it('three of four points answered are 0.75, with the interval of three of four; of none nothing is known', () => {
    const point = (number: number, did: string | null) => ({
      ...{
        round: 'after-action-1',
        point: number,
        item: 'change',
        text: null,
        did,
        by: null,
        at: '2026-05-02T09:00:00.000Z',
      },
    });
    const did = 't-0123456789abcdef';
    const result = measured('points-answered', {
      'said-and-did': [point(1, did), point(2, did), point(3, did), point(4, null)],
    });
    expect(result).toMatchObject({ value: 0.75, details: { points: 4, answered: 3, rounds: 1 } });
    expect((result.details.interval as number[])[0]).toBeCloseTo(0.3006, 4);
  });

  it('reflections: of all prompts, a modality only from five on, and rounds of four left out', () => {
    const round = (number: number, asked: number, answered: number, modality: 'alone' | 'peer') => {
      const base = exampleRound({ round: `reflection-${number}`, practice: 'reflection', asked, answered });
      const items = [{ id: modality, ask: 'What?', type: 'text' as const, modality }];
      return { ...base, questionnaire: { ...base.questionnaire, answers: 'private' as const, items } };
    };
    const rounds = [round(1, 8, 5, 'alone'), round(2, 8, 3, 'peer'), round(3, 4, 4, 'peer')];
    expect(measured('reflections-completed', { 'questionnaire-round': rounds })).toMatchObject({
      value: 0.5,
      details: {
        ...{ asked: 16, completed: 8, rounds: 2 },
        byModality: [
          { modality: 'alone', asked: 8, completed: 5 },
          { modality: 'peer', asked: 8, completed: null },
        ],
      },
    });
    expect(measured('reflections-completed', { 'questionnaire-round': [rounds[1]!] }).value).toBeNull();
  });

  it('balance: as much of both is 1, one without the other 0, neither 0; the figure is their mean', () => {
    const cycle = (number: number, contributions: number, stories: number) => ({
      ...{ cycle: number, began: '2026-03-01T09:00:00.000Z', ended: '2026-05-01T09:00:00.000Z' },
      ...{
        action: { contributions, experiments: 1, adoptions: 0 },
        reflection: { reflections: 0, stories, afterAction: 0 },
      },
    });
    const empty = { ...cycle(3, 0, 0), action: { contributions: 0, experiments: 0, adoptions: 0 } };
    const balances = [cycle(2, 3, 4), cycle(1, 5, 0), empty];
    expect(measured('action-reflection-balance', { 'cycle-balance': balances })).toMatchObject({
      value: 1 / 3,
      details: { cycles: 3, withBoth: 1, byCycle: [{ cycle: 1, balance: 0 }, { balance: 1 }, { balance: 0 }] },
    });
  });

  it('knowledge: right answers of the newest check that may be shown', () => {
    const options = ['x', 'y'].map((id) => ({ id, text: id }));
    const items = [{ id: 'q', ask: 'What?', type: 'choice' as const, options, right: 'y' }];
    const check = (round: string, closes: string, counts: number[] | null) => {
      const base = exampleRound({ round, closes, practice: 'knowledge-checks', answered: 6 });
      const found = counts === null ? null : [{ item: 'q', n: 6, counts }];
      return { ...base, questionnaire: { ...base.questionnaire, items }, items: found };
    };
    const checks = [
      check('knowledge-check-1', '2026-02-01T07:00:00.000Z', [3, 3]),
      check('knowledge-check-2', '2026-04-01T07:00:00.000Z', [2, 4]),
      check('knowledge-check-3', '2026-06-01T07:00:00.000Z', null),
    ];
    const result = measured('knowledge-right', { 'questionnaire-round': checks });
    expect(result.value).toBeCloseTo(4 / 6, 9);
    expect(result.details).toMatchObject({ round: 'knowledge-check-2', items: [{ right: 4, n: 6 }] });
    expect(measured('knowledge-right', { 'questionnaire-round': [checks[2]!] }).value).toBeNull();
  });
});

describe('ties-that-survive: of who answered before and after the close; silence is unknown, not loss', () => {
  const survey = (wave: string, result: PracticeRecords['follow-up'][number]['result']) => ({
    ...{ wave, closedAt: '2026-12-01T09:00:00.000Z', after: 'P6M', result },
  });
  const counts = { baseline: '1', answeredBoth: 5, before: 6, kept: 3, unknown: 1 };

  it('three of the six ties of five who answered both; the newest survey that is over counts', () => {
    const surveys = [
      survey('follow-up-10', null),
      survey('follow-up-9', counts),
      survey('follow-up-2', { ...counts, kept: 6 }),
    ];
    expect(measured('ties-that-survive', { 'follow-up': surveys })).toMatchObject({
      value: 0.5,
      details: {
        waves: [
          { wave: 'follow-up-2', share: 1 },
          { wave: 'follow-up-9', unknown: 1, share: 0.5 },
        ],
      },
    });
  });

  it('is not known of four, without a survey before, or while the survey is open', () => {
    const reason = (result: PracticeRecords['follow-up'][number]['result']) =>
      measured('ties-that-survive', { 'follow-up': [survey('follow-up-1', result)] }).reason;
    expect(reason({ ...counts, answeredBoth: 4 })).toContain('fewer than 5');
    expect(reason({ ...counts, baseline: null, answeredBoth: 0 })).toContain('no survey before');
    expect(reason(null)).toContain('no survey after');
  });
});
