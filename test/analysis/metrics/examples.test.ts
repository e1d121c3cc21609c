import { describe, expect, it } from 'vitest';
import { METRICS, type MeasureOptions } from '../../../analysis/index.ts';
import { exampleRecords, resultOf } from './small-networks.ts';

describe('a metric says what it is, and its example is true', () => {
  for (const metric of METRICS) {
    it(metric.id, () => {
      const options: MeasureOptions = {};
      if (metric.example.groups !== undefined) options.groupBy = 'group';
      if (metric.needs === 'two-waves') options.wave = ['1', '2'];
      if (metric.example.undirected) options.undirected = true;
      const result = resultOf(exampleRecords(metric.example), metric.id, options, metric.example.scope);
      expectNear(result.values ?? result.value, metric.example.gives);
    });
  }

  it('has an id of its own, and words for everything that a reader asks', () => {
    const ids = METRICS.map((metric) => metric.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const metric of METRICS) {
      for (const words of [
        metric.question,
        metric.definition,
        metric.direction,
        metric.normalization,
        metric.edgeCases,
      ]) {
        expect(words.length, metric.id).toBeGreaterThan(6);
      }
      expect(metric.reference, metric.id).toMatch(/\d{4}/);
      expect(metric.reading.length, metric.id).toBeGreaterThan(40);
    }
  });
});

/** Numbers to 1e-9, all else exactly. */
function expectNear(ours: unknown, theirs: unknown): void {
  if (typeof theirs === 'number') expect(ours).toBeCloseTo(theirs, 9);
  else if (typeof theirs !== 'object' || theirs === null) expect(ours).toEqual(theirs);
  else {
    expect(Object.keys(ours as object).sort()).toEqual(Object.keys(theirs).sort());
    for (const [key, value] of Object.entries(theirs)) expectNear((ours as Record<string, unknown>)[key], value);
  }
}
