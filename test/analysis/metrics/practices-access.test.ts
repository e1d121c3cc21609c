import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

const AT = '2026-03-02T09:00:00.000Z';

describe('access-needs-met and stipends-approved: of those settled, from five people on', () => {
  const need = (member: string, status: PracticeRecords['access-need'][number]['status']) => ({
    ...{ need: `need-${member}-${status}`, member, text: 't-0123456789abcdef', statedAt: AT, status, settledAt: null },
  });
  const stipend = (member: string, amount: number, approved: number | null, currency = 'EUR') => ({
    ...{ stipend: `stipend-${member}`, member, amount, currency, text: null, askedAt: AT, approved, by: 'z' },
    ...{ status: approved === null ? ('declined' as const) : ('approved' as const), reason: null, settledAt: AT },
  });
  const measured = (metric: string, practices: Partial<PracticeRecords>) =>
    resultOf({ ...network('a b c d e f'), practices }, metric);

  it('four people who have two needs each are four people', () => {
    const four = [...'abcd'].flatMap((member) => [need(member, 'met'), need(member, 'not-met')]);
    expect(measured('access-needs-met', { 'access-need': four })).toMatchObject({ value: null, details: {} });
    const five = [...four, need('e', 'met'), need('f', 'open'), need('f', 'withdrawn')];
    expect(measured('access-needs-met', { 'access-need': five })).toMatchObject({
      value: 5 / 9,
      details: { settled: 9, people: 5, met: 5 },
    });
  });

  it('sums are by currency, of what was decided', () => {
    const five = [...'abcd'].map((member) => stipend(member, 100, member === 'a' ? 60 : 100));
    const all = [...five, stipend('e', 40, null, 'KES')];
    expect(measured('stipends-approved', { stipend: all })).toMatchObject({
      value: 0.8,
      details: {
        sums: [
          { currency: 'EUR', asked: 400, approved: 360 },
          { currency: 'KES', asked: 40, approved: 0 },
        ],
      },
    });
    expect(measured('stipends-approved', { stipend: five })).toMatchObject({ value: null });
  });
});
