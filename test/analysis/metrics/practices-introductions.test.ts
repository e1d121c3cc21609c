import { describe, expect, it } from 'vitest';
import type { NetworkRecords, PracticeRecords } from '../../../data/records/index.ts';
import { answered, network, resultOf, tie } from './small-networks.ts';

type Introduction = PracticeRecords['introduction'][number];

function introduction(at: number, status: Introduction['status'], more: Partial<Introduction> = {}): Introduction {
  const members: [string, string] = [`a${at}`, `b${at}`];
  const metAt = status === 'met' ? { metAt: '2026-01-10T09:00:00.000Z' } : {};
  return { introduction: `i-${at}`, proposal: `p-${at}`, members, status, consented: [], ...metAt, ...more };
}

function measured(metric: string, introductions: Introduction[], records: Partial<NetworkRecords> = {}) {
  return resultOf({ ...network('a1 b1 a2 b2 a3 b3'), ...records, practices: { introduction: introductions } }, metric);
}

describe('introductions: accepted of those settled, met of those accepted, lasting of those of whom a later wave tells', () => {
  it('one that both agreed to and nobody came back on was accepted, and did not meet', () => {
    const all = [
      introduction(1, 'met'),
      introduction(2, 'lapsed', { consented: ['a2', 'b2'] }),
      introduction(3, 'lapsed'),
    ];
    expect(measured('introductions-accepted', all)).toMatchObject({ value: 2 / 3, details: { people: 6 } });
    expect(measured('introductions-met', all)).toMatchObject({ value: null, reason: expect.stringContaining('fewer') });
    const more = [...all, introduction(4, 'not-met')];
    expect(measured('introductions-met', more)).toMatchObject({ value: 1 / 3, details: { stillOpen: 0 } });
  });

  it('a wave within 90 days tells nothing; one later does, from either side or from two who answered', () => {
    const met = [1, 2, 3].map((at) => introduction(at, 'met'));
    const wave = (name: string, opens: string) => ({ wave: name, types: ['advice'], opens, closes: opens });
    const soon = { waves: [wave('1', '2026-04-09T09:00:00.000Z')], ties: [tie('a1', 'b1', { wave: '1' })] };
    expect(measured('introductions-lasting', met, soon)).toMatchObject({ value: null });
    const late = {
      waves: [wave('1', '2026-04-11T09:00:00.000Z')],
      ties: [tie('b1', 'a1', { wave: '1' }), tie('a3', 'b3', { wave: '1' })],
      responses: answered(network('a1 b1 a2 b2 a3 b3'), ['b1', 'a2', 'b2', 'a3']).responses,
    };
    // a2 and b2 both answered and name nobody.
    expect(measured('introductions-lasting', met, late)).toMatchObject({
      value: 2 / 3,
      details: { met: 3, notKnown: 0 },
    });
  });
});
