import { describe, expect, it } from 'vitest';
import { METRICS, type Measurement, type MetricResult, measure } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { nullDetails } from '../metrics/null-details.ts';
import { answered, fromTies, network, tie } from '../metrics/small-networks.ts';
import { ADOPTIONS, GROUPINGS, NETWORKS } from './degenerate-networks.ts';

/** By name, so that what makes no sense here is answered with a reason, and not left out. */
const EVERY = METRICS.map((metric) => metric.id);

describe('undefined is null with a reason, and nothing that is not finite leaves analysis', () => {
  describe.each(Object.entries(NETWORKS))('%s', (_, records) => {
    it.each(Object.entries(GROUPINGS))('%s', (_, inGroups) => {
      const whole = withWork(withAdoptions(inGroups(records), ADOPTIONS['two adopted, one after the other']!));
      for (const undirected of [false, true]) {
        for (const strength of [false, true]) {
          const options = { groupBy: 'group', undirected, strength, permutations: 19, metrics: EVERY };
          expectExplained(measure(whole, options));
        }
      }
      expectExplained(measure(whole, { smallestResponse: 0.9, groupBy: 'group', permutations: 19, metrics: EVERY }));
    });

    it.each(Object.entries(ADOPTIONS))('%s', (_, adoptions) => {
      const whole = withAdoptions(GROUPINGS['two groups, one missing']!(records), adoptions);
      for (const lagPeriods of [0, 1]) {
        expectExplained(measure(whole, { groupBy: 'group', lagPeriods, permutations: 19, metrics: EVERY }));
      }
    });
  });

  it.each<[string, NetworkRecords]>([
    ['nobody answered either', answered(answered(network('a b c'), [], '1'), [], '2')],
    ['all ties are of the first', inWaves('a>b b>c', '')],
    ['all ties are of the second', inWaves('', 'a>b b>c')],
    ['other people answered each', answered(answered(inWaves('a>b c', 'b>c'), ['a'], '1'), ['b'], '2')],
  ])('two waves, and %s', (_, records) => {
    expectExplained(measure(records, { wave: ['1', '2'], permutations: 19 }));
  });
});

function withAdoptions(records: NetworkRecords, adoptions: (records: NetworkRecords) => NetworkRecords['adoptions']) {
  const outside = { member: 'somebody-else', practice: 'peer-review', time: 1, censored: false };
  return { ...records, adoptions: [...adoptions(records), outside] };
}

function withWork(records: NetworkRecords): NetworkRecords {
  const contributions = records.members.slice(0, 1).map(({ member }) => ({
    contribution: 'c-1',
    cycle: 1,
    stage: 'exchange' as const,
    member,
    helped: null,
    text: null,
  }));
  return { ...records, contributions };
}

function inWaves(first: string, second: string): NetworkRecords {
  const [earlier, later] = [network(first, { wave: '1' }), network(second, { wave: '2' })];
  const ids = new Set([...earlier.members, ...later.members].map((one) => one.member));
  const waves = ['1', '2'].map((wave) => ({ wave, types: ['advice'], opens: '', closes: '' }));
  return {
    ...fromTies(
      [...ids],
      [...earlier.ties, ...later.ties].map((one) => tie(one.from, one.to, one)),
    ),
    waves,
  };
}

/** What a reason must not say to somebody who leads a network. */
const JARGON = /NaN|undefined|null\b|Infinity|eigen|matrix|iterat|converge|denominator|variance|did not settle/;

function expectExplained(measurement: Measurement): void {
  expect(JSON.parse(JSON.stringify(measurement))).toEqual(measurement);
  for (const result of measurement.results) {
    const label = `${result.metric} ${result.scope}`;
    expectFinite(result, label);
    expect(result.low === null, `${label} band`).toBe(result.high === null);
    expect(Object.keys(result.nulls ?? {}).sort(), `${label}: words for each null detail`).toEqual(nullDetails(result));
    for (const meaning of Object.values(result.nulls ?? {})) expectReadable(meaning, label);
    if (result.reason !== null) expectReadable(result.reason, label);
    if (result.values === undefined) expect(result.value === null, label).toBe(result.reason !== null);
    else expectEachExplained(result, measurement, label);
  }
}

function expectEachExplained(result: MetricResult, { input }: Measurement, label: string): void {
  const values = result.values!;
  const reasons = result.reasons ?? {};
  if (result.scope === 'group') expect(Object.keys(values), label).toEqual(input.groups);
  else expect(Object.keys(values).length, label).toBe(input.members);
  const nulls = Object.keys(values).filter((id) => values[id] === null);
  expect(Object.keys(reasons).sort(), `${label}: a reason for each null`).toEqual(nulls.sort());
  for (const reason of new Set(Object.values(reasons))) expectReadable(reason, label);
  if (result.reason !== null) expect(nulls.length, label).toBe(Object.keys(values).length);
}

function expectReadable(reason: string, label: string): void {
  expect(reason, label).not.toMatch(JARGON);
  expect(reason.split(' ').length, `${label}: "${reason}"`).toBeGreaterThanOrEqual(2);
}

function expectFinite(value: unknown, label: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), label).toBe(true);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) expectFinite(item, `${label} ${key}`);
}
