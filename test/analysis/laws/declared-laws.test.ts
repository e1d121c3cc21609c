import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, type MeasureOptions, type Metric, type MetricResult, measure } from '../../../analysis/index.ts';
import { type Effect, type ForMembers, type Laws, ofScope, type Turned } from '../../../analysis/metrics/laws.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { doubled, relabelled, reordered, scaled, turned, withIsolate } from './changes.ts';
import { figuresOf, mapNames } from './comparing.ts';
import {
  expectDoubled,
  expectIsolate,
  expectRelabelled,
  expectSame,
  expectScaled,
  expectTurned,
  isChanges,
} from './expect-law.ts';
import { answeredNetworks, networks, sparseNetwork, WAVES } from './random-networks.ts';

const RUNS: fc.Parameters<unknown> = { seed: 4, numRuns: 60 };

/** Searches find the best on nine members whatever they draw; these are large enough for them to miss it. */
const LARGER = [1, 2, 3].map((seed) => sparseNetwork(60, 150, seed));

/** A metric of the catalogue: the test knows of it what it says of itself, and no more. */
const CATALOGUE = METRICS.map((metric) => [metric.id, metric] as const);

const undirected = fc.boolean();

function resultsOf(records: NetworkRecords, metric: Metric, options: MeasureOptions = {}): MetricResult[] {
  const wave = metric.needs === 'two-waves' ? WAVES : 'all';
  return measure(records, { groupBy: 'group', permutations: 9, wave, ...options, metrics: [metric.id] }).results;
}

function usesStrengthsIfAsked(metric: Metric): boolean {
  return metric.options.includes('strength');
}

describe.each(CATALOGUE)('what %s states of itself holds on random networks', (id, metric) => {
  const { laws } = metric;

  it('other names', () => {
    fc.assert(
      fc.property(
        networks,
        undirected,
        fc.shuffledSubarray([...'012345678'], { minLength: 9 }),
        (records, joined, order) => {
          const renamed = (name: string): string => name.replace(/^m(\d)$/, (_, v) => `p${order[Number(v)]}`);
          const before = resultsOf(records, metric, { undirected: joined });
          const after = resultsOf(relabelled(records, renamed), metric, { undirected: joined });
          for (const [number, result] of after.entries())
            expectRelabelled(laws.relabel, before[number]!, result, renamed);
        },
      ),
      RUNS,
    );
  });

  it('records in another order', () => {
    fc.assert(
      fc.property(networks, undirected, (records, joined) => {
        const options = { undirected: joined, strength: usesStrengthsIfAsked(metric) };
        const text = (given: NetworkRecords): string => JSON.stringify(resultsOf(given, metric, options));
        expect(text(reordered(records)), `${id}: ${laws.reorder}`).toBe(text(records));
      }),
      RUNS,
    );
  });

  it('one more member without ties', () => {
    fc.assert(
      fc.property(answeredNetworks, undirected, fc.constantFrom('a', 'm00', 'z'), (records, joined, newcomer) => {
        const group = records.members.at(-1)!.attributes.group as number;
        const before = resultsOf(records, metric, { undirected: joined });
        const after = resultsOf(withIsolate(records, newcomer, group), metric, { undirected: joined });
        for (const [number, result] of after.entries()) {
          const law = ofScope<Effect | ForMembers>(laws.isolate, result.scope);
          expectIsolate(law, before[number]!, result, { newcomer, n: records.members.length });
        }
      }),
      RUNS,
    );
  });

  it('all ties turned around', () => {
    fc.assert(
      fc.property(answeredNetworks, undirected, (records, joined) => {
        const after = resultsOf(turned(records), metric, { undirected: joined });
        const before = resultsOf(records, metric, { undirected: joined });
        for (const [number, result] of after.entries()) {
          const law = joined ? 'same' : ofScope<Turned>(laws.reverse, result.scope);
          const other = typeof law === 'object' && 'swapsWith' in law ? metricCalled(law.swapsWith) : null;
          if (other === null) expectTurned(law, before[number]!, result);
          else {
            expect(other.laws.reverse, `${other.id} swaps back`).toEqual({ swapsWith: id });
            expectSame(resultsOf(records, other)[number]!, result);
          }
        }
      }),
      RUNS,
    );
  });

  it('all strengths times a factor', () => {
    fc.assert(
      fc.property(networks, undirected, fc.constantFrom(0.25, 3, 2 ** 30), (records, joined, factor) => {
        for (const strength of usesStrengthsIfAsked(metric) ? [true, false] : [false]) {
          const options = { undirected: joined, strength };
          const law = usesStrengthsIfAsked(metric) && !strength ? 'same' : laws.scale;
          const before = resultsOf(records, metric, options);
          const after = resultsOf(scaled(records, factor), metric, options);
          for (const [number, result] of after.entries()) expectScaled(law, before[number]!, result, factor);
        }
      }),
      RUNS,
    );
  });

  it('a tie said twice; and all of them, which is twice the strengths', () => {
    fc.assert(
      fc.property(networks, undirected, fc.nat(29), (records, joined, choice) => {
        const options = { undirected: joined };
        const before = resultsOf(records, metric, options);
        const tie = records.ties[choice % records.ties.length];
        if (tie !== undefined) {
          const after = resultsOf(doubled(records, [tie]), metric, options);
          for (const [number, result] of after.entries())
            expectDoubled(laws.double, before[number]!, result, { ...tie, strength: tie.strength!, joined });
        }
        const strength = usesStrengthsIfAsked(metric);
        const twice = resultsOf(doubled(records, records.ties), metric, { ...options, strength });
        const single = resultsOf(records, metric, { ...options, strength });
        for (const [number, result] of twice.entries()) expectScaled(laws.scale, single[number]!, result, 2);
      }),
      RUNS,
    );
  });

  it('where it says that something changes, something does', () => {
    const seen = { relabel: false, isolate: false, reverse: false };
    const sample = [...fc.sample(answeredNetworks, { seed: 7, numRuns: 60 }), ...LARGER];
    const backwards = (name: string): string => name.replace(/^m(\d+)$/, (_, v) => `p${99 - Number(v)}`);
    for (const records of sample) {
      const before = resultsOf(records, metric);
      const differs = (other: NetworkRecords, stated: (scope: MetricResult['scope']) => unknown): boolean =>
        resultsOf(other, metric).some((result, number) => {
          if (!isChanges(stated(result.scope))) return false;
          const old = mapNames(figuresOf(before[number]!), backwards);
          const now = mapNames(figuresOf(result), backwards);
          return Object.keys(old.values).some(
            (key) => JSON.stringify(old.values[key]) !== JSON.stringify(now.values[key]),
          );
        });
      seen.relabel ||= differs(relabelled(records, backwards), () => laws.relabel);
      seen.isolate ||= differs(withIsolate(records, 'z', 1), (scope) =>
        ofScope<Effect | ForMembers>(laws.isolate, scope),
      );
      seen.reverse ||= differs(turned(records), (scope) => ofScope<Turned>(laws.reverse, scope));
    }
    const stated = (law: Laws[keyof Laws]): boolean =>
      isChanges(law) || (typeof law === 'object' && 'byScope' in law && Object.values(law.byScope).some(isChanges));
    expect(seen).toEqual({
      relabel: stated(laws.relabel),
      isolate: stated(laws.isolate),
      reverse: stated(laws.reverse),
    });
  });
});

function metricCalled(id: string): Metric {
  return METRICS.find((metric) => metric.id === id)!;
}
