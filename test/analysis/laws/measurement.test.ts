import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, type Measurement, type MeasureOptions, measure } from '../../../analysis/index.ts';
import { reordered } from './changes.ts';
import { networks, sparseNetwork, WAVES } from './random-networks.ts';

const OPTIONS: MeasureOptions = { groupBy: 'group', permutations: 9, wave: WAVES };

describe('the same facts and options give the same bytes, whatever surrounds them', () => {
  it('inputs are never changed', () => {
    fc.assert(
      fc.property(networks, (records) => {
        const before = structuredClone(records);
        measure(records, OPTIONS);
        expect(records).toEqual(before);
      }),
      { seed: 5, numRuns: 20 },
    );
  });

  it('leaving metrics out changes no figure of the others', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...METRICS.map((metric) => metric.id)), (records, id) => {
        const all = measure(records, OPTIONS);
        if (all.skipped.some((one) => one.metric === id)) return;
        const alone = measure(records, { ...OPTIONS, metrics: [id] });
        const plain = ({ results }: Measurement) =>
          results.filter(({ metric }) => metric === id).map((result) => ({ ...result, inputDigest: '' }));
        expect(plain(alone)).toEqual(plain(all));
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('a second time, and with all records in another order', () => {
    const records = sparseNetwork(40, 160, 9);
    const text = JSON.stringify(measure(records, OPTIONS));
    expect(JSON.stringify(measure(records, OPTIONS))).toBe(text);
    expect(JSON.stringify(measure(reordered(records), OPTIONS))).toBe(text);
  });

  it('in another time zone and language', () => {
    const script = fileURLToPath(new URL('./print-measurement.ts', import.meta.url));
    const inPlace = (TZ: string, LANG: string): string =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, TZ, LANG, LC_ALL: LANG },
        encoding: 'utf8',
      });
    const here = inPlace('UTC', 'C');
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(inPlace('Pacific/Kiritimati', 'tr_TR.UTF-8')).toBe(here);
  });

  it('every result carries the seed, the version and the fingerprint of its input', () => {
    const { results, input } = measure(sparseNetwork(12, 30, 2), { ...OPTIONS, seed: 77 });
    for (const { metric, seed, version, inputDigest } of results)
      expect([seed, version, inputDigest], metric).toEqual([77, '2', input.digest]);
  });

  it('a p-value says of how many draws it is, or of which distribution', () => {
    const { results } = measure(sparseNetwork(20, 60, 4), { groupBy: 'group', permutations: 99, wave: 'all' });
    const tested = results.flatMap(({ metric, details }) => testsIn(details).map((test) => ({ metric, test })));
    expect(new Set(tested.map(({ metric }) => metric))).toContain('e-i-index');
    for (const { metric, test } of tested) {
      expect(test.p, metric).toBeGreaterThan(0);
      expect(test.permutations ?? test.rewires ?? test.degreesOfFreedom, metric).toBeGreaterThanOrEqual(1);
    }
  });
});

/** Every object in the details that holds the p of a test; Bass's p is a rate, and comes with q. */
function testsIn(value: unknown): Record<string, number>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  const inside = Object.values(own).flatMap(testsIn);
  return typeof own.p === 'number' && own.q === undefined ? [own as Record<string, number>, ...inside] : inside;
}
