import { describe, expect, it } from 'vitest';
import { datasetsPresent, needsDatasets, readDataset, readJson } from '../../support/datasets.ts';
import { exampleRecords, resultOf } from './small-networks.ts';

const FIVE = exampleRecords({
  network: 'b>a c>a d>a e>a f',
  adoptions: { a: 1, b: 2, c: 2, d: 4, f: 2 },
  gives: 0,
});

describe('infectiousness looks ahead along those who name a member, susceptibility back along those named', () => {
  it('by hand: of three who name a and adopted later, two did at once, as three of all did', () => {
    const { values, details } = resultOf(FIVE, 'infectiousness');
    expect(values!.a as number).toBeCloseTo(2 / 3 / 3, 12);
    expect((details.shares as Record<string, number>).a).toBeCloseTo(2 / 3, 12);
    // Distances 1, 2, 3: two, none and one adopt; three, one and one are that far or further; three, none and one of all.
    const { periods, values: discounted } = details.discounted as { periods: number; values: Record<string, number> };
    expect(periods).toBe(3);
    expect(discounted.a).toBeCloseTo((2 + 1 / 3) / (3 + 1 / 2 + 1 / 3) / (3 + 1 / 3), 12);
  });

  it('by hand: a turned to one of two who had adopted just before', () => {
    const back = exampleRecords({ network: 'x>a x>b', adoptions: { a: 1, b: 3, x: 4 }, gives: 0 });
    const { values, details } = resultOf(back, 'susceptibility');
    expect(values!.x).toBe(1 / 2);
    const { values: discounted } = details.discounted as { values: Record<string, number> };
    expect(discounted.x).toBeCloseTo((1 + 1 / 3) / (2 + 1 / 2 + 1 / 3) / (1 + 1 / 3), 12);
  });

  it('first and last period, no contact, no adoption: null, and why', () => {
    expect(resultOf(FIVE, 'infectiousness').reasons).toEqual({
      b: 'nobody who names the member adopted later',
      c: 'nobody who names the member adopted later',
      d: 'adopted in the last period: nothing comes after',
      e: 'has not adopted while observed',
      f: 'nobody who names the member adopted later',
    });
    expect(resultOf(FIVE, 'susceptibility').reasons!.a).toBe('adopted in the first period: nothing comes before');
  });

  it('nobody at all adopts in the next period: nobody did because of anybody', () => {
    const gap = exampleRecords({ network: 'b>a', adoptions: { a: 1, b: 3 }, gives: 0 });
    expect(resultOf(gap, 'infectiousness').values).toEqual({ a: 0, b: null });
  });
});

interface Oracle {
  node_order: string[];
  diffusion: { codings: Record<string, { records: { metric: string; variant: string; value: unknown }[] }> };
}

describe.skipIf(!datasetsPresent)(needsDatasets('physicians: netdiffuseR’s figures, and where it is wrong'), () => {
  const oracle = datasetsPresent ? (readJson('med_innovations', 'oracle.json') as Oracle) : null;
  const theirs = (coding: string, metric: string, variant: string) =>
    oracle!.diffusion.codings[coding]!.records.find((one) => one.metric === metric && one.variant.startsWith(variant))!
      .value as (number | 'NA')[];
  const VARIANTS: [string, (result: ReturnType<typeof resultOf>) => Record<string, unknown>][] = [
    ['normalize=TRUE K=1', ({ values }) => values!],
    ['normalize=FALSE K=1', ({ details }) => details.shares as Record<string, unknown>],
    ['normalize=TRUE K=3', ({ details }) => (details.discounted as { values: Record<string, unknown> }).values],
  ];

  for (const [variant, of] of VARIANTS) {
    it(`infectiousness, ${variant}`, () => {
      const ours = of(resultOf(readDataset('med_innovations'), 'infectiousness'));
      for (const [at, id] of oracle!.node_order.entries()) {
        const value = theirs('NA', 'infection', variant)[at]!;
        // Theirs is 0 where there is nothing to divide by.
        expect(ours[id] ?? 0, id).toBeCloseTo(value === 'NA' ? 0 : value, 9);
      }
    });

    // With times missing, it takes who never adopted for one who had; coded as adopting after the end, they are not.
    it(`susceptibility, ${variant}, with non-adopters coded after the end`, () => {
      const { values, ...result } = resultOf(readDataset('med_innovations'), 'susceptibility');
      const ours = of({ values, ...result });
      let wrong = 0;
      for (const [at, id] of oracle!.node_order.entries()) {
        const missing = theirs('NA', 'susceptibility', variant)[at]!;
        if (missing === 'NA') continue;
        expect(ours[id] ?? 0, id).toBeCloseTo(theirs('Tplus1', 'susceptibility', variant)[at] as number, 9);
        if (Math.abs(((ours[id] as number | null) ?? 0) - missing) > 1e-9) wrong++;
      }
      expect(wrong).toBe(variant.endsWith('K=3') ? 4 : 2);
    });
  }
});
