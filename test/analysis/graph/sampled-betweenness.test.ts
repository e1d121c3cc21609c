import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { createExecute } from '../../../analysis/kernels/execute.ts';
import { fromTies, tie } from '../metrics/small-networks.ts';

/** 900 members, a few of whom have most ties: betweenness differs by orders of magnitude. */
function uneven() {
  const random = createRandom(5, 'uneven');
  const members = 900;
  const ids = Array.from({ length: members }, (_, v) => `m${v}`);
  const named = Array.from(
    { length: 4000 },
    () => [random.below(members), Math.floor(random.next() ** 3 * members)] as const,
  );
  return fromTies(
    ids,
    named.filter(([from, to]) => from !== to).map(([from, to]) => tie(ids[from]!, ids[to]!)),
  );
}

const records = uneven();
const options = { metrics: ['betweenness', 'betweenness-centralization'], undirected: true } as const;
const exact = measure(records, { ...options, sources: 'all' }).results[0]!.values as Record<string, number>;

describe('law: betweenness from a sample says how far it may be off, and is not further off', () => {
  const samples = Array.from(
    { length: 200 },
    (_, seed) => measure(records, { ...options, sources: 256, seed: seed + 1 }).results[0]!,
  );

  it('nobody’s figure is off by more than the bound, in any of 200 samples', () => {
    for (const { values, details } of samples) {
      expect(details.sources).toBe(256);
      const worst = Math.max(...Object.entries(values!).map(([id, value]) => Math.abs((value as number) - exact[id]!)));
      expect(worst).toBeLessThan(details.errorBound as number);
    }
  });

  it('the standard errors are as large as the errors that 200 samples make', () => {
    const middle = Object.keys(exact)
      .sort((a, b) => exact[b]! - exact[a]!)
      .slice(0, 50);
    let made = 0;
    let stated = 0;
    for (const { values, details } of samples) {
      const errors = details.standardErrors as Record<string, number>;
      for (const id of middle) {
        made += ((values![id] as number) - exact[id]!) ** 2;
        stated += errors[id]! ** 2;
      }
    }
    expect(Math.sqrt(made / stated)).toBeGreaterThan(0.93);
    expect(Math.sqrt(made / stated)).toBeLessThan(1.07);
  });

  it('the mean of samples comes to the exact figure: there is no lean to one side', () => {
    const first = Object.keys(exact).sort((a, b) => exact[b]! - exact[a]!)[0]!;
    const mean = samples.reduce((sum, { values }) => sum + (values![first] as number), 0) / samples.length;
    expect(Math.abs(mean / exact[first]! - 1)).toBeLessThan(0.02);
  });

  it('a sample as large as the network, and a network that is quick, are measured exactly', () => {
    for (const sources of [900, 5000, 'auto'] as const) {
      const [result] = measure(records, { ...options, sources }).results;
      expect(result!.values).toEqual(exact);
      expect(result!.details).toEqual({});
    }
  });

  it('the same seed gives the same bytes, on any number of threads', () => {
    const once = measure(records, { ...options, sources: 256 });
    expect(JSON.stringify(measure(records, { ...options, sources: 256 }, createExecute({ threads: 2 })))).toBe(
      JSON.stringify(once),
    );
    expect(JSON.stringify(measure(records, { ...options, sources: 256, seed: 2 }).results)).not.toBe(
      JSON.stringify(once.results),
    );
  });

  it('what is no number of sources is refused', () => {
    expect(() => measure(records, { ...options, sources: 0 })).toThrow('sources');
  });
});
