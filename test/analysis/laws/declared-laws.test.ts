import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, type MeasureOptions, type Metric, type MetricResult, measure } from '../../../analysis/index.ts';
import {
  type Changes,
  type Effect,
  FORMULAS,
  type ForMembers,
  type Laws,
  ofScope,
  type Turned,
} from '../../../analysis/metrics/laws.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { doubled, relabelled, reordered, scaled, turned, withIsolate } from './changes.ts';
import { at, expectClose, type Figures, figuresOf, mapNames, mapNumbers, withoutOrder } from './comparing.ts';
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
        const group = records.members.at(-1)!.attributes.group as string;
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
      seen.isolate ||= differs(withIsolate(records, 'z', 'g0'), (scope) =>
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

function isChanges(law: unknown): law is Changes {
  return typeof law === 'object' && law !== null && 'changes' in law;
}

function expectSame(before: MetricResult, after: MetricResult): void {
  const { values, reasons } = figuresOf(before);
  expectClose(figuresOf(after).values, values, after.metric);
  expect(figuresOf(after).reasons, after.metric).toEqual(reasons);
}

function expectKept({ keeps = [] }: Changes, before: MetricResult, after: MetricResult): void {
  for (const path of keeps) expectClose(at(after, path), at(before, path), `${after.metric} ${path}`);
}

function expectRelabelled(
  law: Laws['relabel'],
  before: MetricResult,
  after: MetricResult,
  renamed: (name: string) => string,
): void {
  if (isChanges(law)) expectKept(law, before, after);
  else if (law === 'same') expectSame(before, after);
  else {
    const { values, reasons } = mapNames(figuresOf(before), renamed);
    expectClose(withoutOrder(figuresOf(after).values), withoutOrder(values), after.metric);
    expect(figuresOf(after).reasons, after.metric).toEqual(reasons);
  }
}

interface Newcomer {
  newcomer: string;
  /** Members before. */
  n: number;
}

function expectIsolate(
  law: Effect | ForMembers,
  before: MetricResult,
  after: MetricResult,
  { newcomer, n }: Newcomer,
): void {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  if (typeof law === 'string' || !('others' in law)) return void expectEffect(law, { before, after, old, now, n });
  const { [newcomer]: own, ...others } = now.values;
  const { [newcomer]: ownReason, ...reasons } = now.reasons;
  expectEffect(law.others, { before, after, old, now: { ...now, values: others, reasons }, n });
  if (after.reason !== null || ownReason?.startsWith('fewer than ')) expect(own, `${after.metric} own`).toBeNull();
  else if (law.own === 'least') {
    for (const other of Object.values(others))
      expect(own, `${after.metric} own`).toBeLessThanOrEqual((other as number) + 1e-12);
  } else expect(own, `${after.metric} own`).toEqual(law.own);
}

interface Compared {
  before: MetricResult;
  after: MetricResult;
  old: Figures;
  now: Figures;
  n: number;
}

function expectEffect(law: Effect, { before, after, old, now, n }: Compared): void {
  if (isChanges(law)) return void expectKept(law, before, after);
  const names = Object.keys(old.values);
  expect(Object.keys(now.values).sort(), `${after.metric}: of whom`).toEqual([...names].sort());
  let factor: number | null = null;
  for (const name of names) {
    // Nothing to compare with: there were not enough members for a figure.
    if (old.reasons[name]?.startsWith('fewer than ')) continue;
    const [x, y] = [old.values[name]!, now.values[name]!];
    const label = `${after.metric} ${name}`;
    if (law === 'no-higher' || law === 'no-lower') {
      if (typeof x !== 'number' || typeof y !== 'number') continue;
      expect(law === 'no-higher' ? y - x : x - y, `${label}: ${x} to ${y}`).toBeLessThanOrEqual(1e-12);
      continue;
    }
    expect(now.reasons[name], label).toBe(old.reasons[name]);
    if (x === null) expect(y, label).toBeNull();
    else if (law === 'same') expectClose(y, x, label);
    else if (law === 'proportional') {
      factor ??= (y as number) / (x as number);
      expectClose(y, (x as number) * factor, label);
    } else if ('becomes' in law)
      expectClose(
        y,
        mapNumbers(x, (one) => FORMULAS[law.becomes](one, n)),
        label,
      );
    else if ('appends' in law) expect(y, label).toEqual([...(x as number[]), law.appends]);
    else {
      const [fewer, more] = [x as Record<string, number>, y as Record<string, number>];
      for (const [entry, count] of Object.entries(fewer)) {
        if (law.raises.includes(entry)) expect(more[entry], `${label} ${entry}`).toBeGreaterThanOrEqual(count);
        else expect(more[entry], `${label} ${entry}`).toBe(count);
      }
    }
  }
}

function expectTurned(law: Turned, before: MetricResult, after: MetricResult): void {
  if (law === 'same') return void expectSame(before, after);
  if (isChanges(law)) return void expectKept(law, before, after);
  const { values } = figuresOf(before);
  if (law === 'transposed') {
    const table = values.value as number[][] | null;
    const columns = table === null ? null : table.map((row, g) => row.map((_, h) => table[h]![g]!));
    return void expectClose(figuresOf(after).values.value, columns, after.metric);
  }
  if (!('swaps' in law)) throw new Error('a law that is not known here');
  const swapped = new Map(
    law.swaps.flatMap(
      ([one, other]) =>
        [
          [one, other],
          [other, one],
        ] as const,
    ),
  );
  expectClose(
    figuresOf(after).values,
    mapNames(values, (name) => swapped.get(name) ?? name),
    after.metric,
  );
}

function expectScaled(law: Laws['scale'], before: MetricResult, after: MetricResult, factor: number): void {
  if (law === 'same') return void expectSame(before, after);
  const change = (x: number): number => (law === 'times' ? x * factor : x / factor);
  expectClose(figuresOf(after).values, mapNumbers(figuresOf(before).values as never, change), after.metric);
}

interface Said {
  from: string;
  to: string;
  strength: number;
  joined: boolean;
}

function expectDoubled(law: Laws['double'], before: MetricResult, after: MetricResult, said: Said): void {
  if (law === 'same') {
    expect(figuresOf(after), after.metric).toEqual(figuresOf(before));
    return;
  }
  const { from, to, strength, joined } = said;
  const atEnd = { from: [from], to: [to], both: [from, to] }[joined ? 'both' : law.addsStrengthAt];
  const raised = (id: string, value: unknown): unknown =>
    typeof value === 'number' && from !== to && atEnd.includes(id) ? value + strength : value;
  const expected = Object.entries(figuresOf(before).values).map(([id, value]) => [id, raised(id, value)]);
  expectClose(figuresOf(after).values, Object.fromEntries(expected), after.metric);
}
