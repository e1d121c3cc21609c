import { describe, expect, it } from 'vitest';
import { datasetsPresent, needsDatasets, readDataset } from '../../support/datasets.ts';
import { exampleRecords, resultOf } from './small-networks.ts';

describe('time to adoption by group: who was not seen to adopt is at risk until then, and no longer', () => {
  const records = exampleRecords({
    network: 'a b c d e f',
    groups: { a: 'x', b: 'x', c: 'x', d: 'y', e: 'y', f: 'y' },
    adoptions: { a: 1, b: 1, c: 2, d: 3 },
    gives: 0,
  });

  it('log-rank by hand: two of six, one of four, one of three', () => {
    const { medianByGroup, logRank } = resultOf(records, 'time-to-adoption', { groupBy: 'group' }).details as {
      medianByGroup: unknown;
      logRank: Record<string, unknown>;
    };
    expect(medianByGroup).toEqual({ x: 1, y: null });
    // Expected in x: 2·3/6 + 1·1/4 + 0. Variance: 2·4/5·¼ + ¼·¾.
    const chiSquare = (3 - 1.25) ** 2 / (0.4 + 3 / 16);
    expect(logRank).toMatchObject({ degreesOfFreedom: 1, observed: { x: 3, y: 1 }, expected: { x: 1.25, y: 2.75 } });
    expect(logRank.chiSquare as number).toBeCloseTo(chiSquare, 12);
    expect(logRank.p as number).toBeLessThan(0.05);
  });

  it('censored before the first period: never at risk; no groups: no test', () => {
    const early = {
      ...records,
      adoptions: [...records.adoptions, { member: 'e', practice: 'practice', time: 0, censored: true }],
    };
    const { logRank, atRisk } = resultOf(early, 'time-to-adoption', { groupBy: 'group' }).details;
    expect(atRisk).toEqual([5, 3, 2]);
    expect((logRank as { expected: Record<string, number> }).expected.x).toBeCloseTo((2 * 3) / 5 + 1 / 3, 12);
    expect(resultOf(records, 'time-to-adoption').details.logRank).toBeNull();
  });
});

describe.skipIf(!datasetsPresent)(needsDatasets('physicians of four cities'), () => {
  it('log-rank, by the generalised inverse in numpy and the tail of scipy', () => {
    const { logRank } = resultOf(readDataset('med_innovations'), 'time-to-adoption', { groupBy: 'city' }).details as {
      logRank: { chiSquare: number; p: number; degreesOfFreedom: number };
    };
    expect(logRank.degreesOfFreedom).toBe(3);
    expect(logRank.chiSquare).toBeCloseTo(1.460458927420827, 9);
    expect(logRank.p).toBeCloseTo(0.6914259886697329, 9);
  });
});
