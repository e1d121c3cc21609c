import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

type Adoption = NetworkRecords['adoptions'][number];

function adopting(text: string, adoptions: (Partial<Adoption> & Pick<Adoption, 'member' | 'time'>)[]): NetworkRecords {
  return { ...network(text), adoptions: adoptions.map((one) => ({ practice: 'intake', censored: false, ...one })) };
}

describe('who has not adopted is censored, never counted as adopting later', () => {
  it('a censored time adds no period and no adopter, and takes the member out of the risk set after it', () => {
    const records = adopting('a b c d', [
      { member: 'a', time: 1 },
      { member: 'b', time: 3 },
      { member: 'c', time: 2, censored: true },
    ]);
    const { value, details } = resultOf(records, 'adoption-curve');
    expect(value).toBe(2 / 4);
    expect(details).toMatchObject({ time: [1, 2, 3], count: [1, 1, 2], share: [0.25, 0.25, 0.5], growth: [0, 0, 1] });
    expect(resultOf(records, 'hazard').details).toMatchObject({ hazard: [1 / 4, 0, 1 / 2], atRisk: [4, 3, 2] });
  });

  it('nobody is at risk: null in that period, never 0 or NaN', () => {
    const records = adopting('a b', [
      { member: 'a', time: 1 },
      { member: 'b', time: 1, censored: true },
      { member: 'b', time: 1, practice: 'other' },
      { member: 'a', time: 3, practice: 'other' },
    ]);
    expect(resultOf(records, 'hazard', { practice: 'intake' }).details.hazard).toEqual([1 / 2]);
    expect(resultOf(records, 'hazard', { practice: 'other' }).details.hazard).toEqual([1 / 2, 0, 1]);
  });

  it('as of a date: later adoptions have not happened yet', () => {
    const records = adopting('a>b b>a c', [
      { member: 'a', time: '2026-01-20' },
      { member: 'b', time: '2026-04-02' },
    ]);
    expect(resultOf(records, 'adoption-curve', { asOf: '2026-03-31' }).value).toBe(1 / 3);
    expect(resultOf(records, 'exposure', { asOf: '2026-03-31' }, 'member').values).toEqual({ a: 0, b: 1, c: null });
  });

  it('dates are gathered into months without a gap; mixing dates and periods is refused', () => {
    const records = adopting('a b', [
      { member: 'a', time: '2025-11-30' },
      { member: 'b', time: '2026-02-01T08:00' },
    ]);
    expect(resultOf(records, 'adoption-curve').details.time).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    const mixed = adopting('a b', [
      { member: 'a', time: 1 },
      { member: 'b', time: '2026-02-01' },
    ]);
    expect(() => resultOf(mixed, 'adoption-curve')).toThrow(/mix dates and period numbers/);
  });

  it('each practice has results of its own; one can be chosen', () => {
    const records = adopting('a b', [
      { member: 'a', time: 1 },
      { member: 'b', time: 5, practice: 'other' },
    ]);
    const { results } = measure(records, { metrics: ['adoption-curve'] });
    expect(results.map(({ details }) => details.practice)).toEqual(['intake', 'other']);
    expect(() => measure(records, { practice: 'othr' })).toThrow(/unknown practice "othr"; did you mean "other"/);
  });
});

describe('exposure and threshold look at those whom a member names', () => {
  const records = adopting('a>b=1 a>c=1 b>a=1 c>b=1 d>a=1 d>b=3 e', [
    { member: 'b', time: 1 },
    { member: 'a', time: 2 },
    { member: 'd', time: 2 },
  ]);

  it('by contacts, by strength, and by period', () => {
    expect(resultOf(records, 'exposure', {}, 'member').values).toEqual({ a: 0.5, b: 1, c: 1, d: 1, e: null });
    expect(resultOf(records, 'exposure', {}, 'network').details.mean).toEqual([
      (0.5 + 0 + 1 + 0.5) / 4,
      (0.5 + 1 + 1 + 1) / 4,
    ]);
    expect(resultOf(records, 'exposure', { strength: true, lagPeriods: 1 }, 'member').values!.d).toBe(3 / 4);
  });

  it('threshold: the share at one’s own adoption; why not, where there is none', () => {
    const { values, reasons } = resultOf(records, 'threshold');
    expect(values).toEqual({ a: 0.5, b: 0, c: null, d: 1, e: null });
    expect(reasons).toEqual({ c: 'has not adopted while observed', e: 'has not adopted while observed' });
    const lagged = resultOf(records, 'threshold', { lagPeriods: 1 });
    expect(lagged.values).toEqual({ a: 0.5, b: null, c: null, d: 0.5, e: null });
    expect(lagged.reasons!.b).toBe('adopted before the lag had passed');
  });

  it('counts who waited for at least a share of their contacts', () => {
    const { details } = resultOf(records, 'threshold', { thresholdAtLeast: 0.5 });
    expect(details.atLeast).toEqual({ threshold: 0.5, count: 2, share: 2 / 3 });
  });
});
