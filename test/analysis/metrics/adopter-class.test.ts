import { describe, expect, it } from 'vitest';
import { datasetsPresent, needsDatasets, readDataset, readJson } from '../../support/datasets.ts';
import { answered, exampleRecords, resultOf } from './small-networks.ts';

interface ByThreshold {
  values: Record<string, string | null>;
  counts: Record<string, number>;
  cuts: { low: number; mean: number; high: number };
  reason: string | null;
}

describe('adopter classes: cut at mean ± sd of the time of adoption, and of the threshold', () => {
  // Thresholds: a 0, b ½, c ½, d 1, e none; f has not adopted.
  const records = exampleRecords({
    network: 'a>b b>a b>c c>a c>d d>a d>b f>a e',
    adoptions: { a: 1, b: 2, c: 2, d: 3, e: 3 },
    gives: 0,
  });

  it('by hand: 0, ½, 1, 1 has mean ⅝, and c, who adopts with b, has seen a alone', () => {
    const { values, details } = resultOf(records, 'adopter-class');
    expect(resultOf(records, 'threshold').values).toEqual({ a: 0, b: 1, c: 0.5, d: 1, e: null, f: null });
    const { values: byThreshold, counts, cuts } = details.threshold as ByThreshold;
    const sd = Math.sqrt((0.625 ** 2 + 2 * 0.375 ** 2 + 0.125 ** 2) / 3);
    expect(cuts.mean).toBeCloseTo(0.625, 12);
    expect(cuts.low).toBeCloseTo(0.625 - sd, 12);
    expect(cuts.high).toBeCloseTo(0.625 + sd, 12);
    expect(byThreshold).toEqual({ a: 'very-low', b: 'high', c: 'low', d: 'high', e: null, f: null });
    expect(counts).toEqual({ 'very-low': 1, low: 1, high: 2, 'very-high': 0 });
    // Times 1, 2, 2, 3, 3: mean 2.2, sd √0.7.
    expect(values).toMatchObject({ a: 'early-adopter', b: 'early-majority', d: 'late-majority', f: null });
    expect((details.cuts as { mean: number }).mean).toBeCloseTo(2.2, 12);
  });

  it('all thresholds alike, or too few answers: no classes by threshold, and why; those by time stay', () => {
    const alike = exampleRecords({ network: 'a>b b>a', adoptions: { a: 1, b: 2 }, gives: 0 });
    expect((resultOf(alike, 'adopter-class').details.threshold as ByThreshold).cuts.mean).toBe(0.5);
    const none = exampleRecords({ network: 'a b', adoptions: { a: 1, b: 2 }, gives: 0 });
    expect(resultOf(none, 'adopter-class').details.threshold).toMatchObject({
      values: null,
      reason: 'fewer than two thresholds, or all alike',
    });
    const few = resultOf(answered(records, ['a']), 'adopter-class', { smallestResponse: 0.5 });
    expect(few.details.threshold).toMatchObject({ values: null, reason: 'too few answered' });
    expect(few.values!.a).toBe('early-adopter');
  });
});

interface Oracle {
  node_order: string[];
  diffusion: { codings: Record<string, { records: { metric: string; variant: string; value: unknown }[] }> };
}

describe.skipIf(!datasetsPresent)(needsDatasets('physicians, against netdiffuseR classify_adopters'), () => {
  it('by threshold: the same where its cuts and ours leave a class', () => {
    const { node_order: order, diffusion } = readJson('med_innovations', 'oracle.json') as Oracle;
    const theirs = diffusion.codings.NA!.records.find(({ variant }) => variant === 'threshold category')!
      .value as string[];
    const { values, cuts } = resultOf(readDataset('med_innovations'), 'adopter-class').details.threshold as ByThreshold;
    const thresholds = resultOf(readDataset('med_innovations'), 'threshold').values!;
    // Ten adopters without contacts count as 0 there, which lowers its mean and widens its spread.
    const defined = Object.values(thresholds).filter((one) => one !== null);
    const adopters = order.map((id, at) => [id, theirs[at]!] as const).filter(([, name]) => name !== 'Non-Adopters');
    expect(adopters).toHaveLength(109);
    const all = adopters.map(([id]) => (thresholds[id] as number | null) ?? 0);
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    const sd = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (all.length - 1));
    expect(mean).toBeLessThan(cuts.mean);
    expect(defined).toHaveLength(109 - 10);
    const names = ['Very Low Thresh.', 'Low Thresh.', 'High Thresh.', 'Very High Thresh.'];
    const place = (one: number, [low, middle, high]: number[]): number =>
      one <= low! ? 0 : one <= middle! ? 1 : one <= high! ? 2 : 3;
    const ourNames = ['very-low', 'low', 'high', 'very-high'];
    for (const [id, name] of adopters) {
      const threshold = (thresholds[id] as number | null) ?? 0;
      expect(names[place(threshold, [mean - sd, mean, mean + sd])], id).toBe(name);
      const ours = thresholds[id] === null ? null : ourNames[place(threshold, [cuts.low, cuts.mean, cuts.high])];
      expect(values[id], id).toBe(ours);
    }
  });
});
