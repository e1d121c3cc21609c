import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, type Metric, type MetricResult, measure } from '../../../analysis/index.ts';
import { type NoAnswer, ofScope } from '../../../analysis/metrics/laws.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { tie } from '../metrics/small-networks.ts';
import { figuresOf } from './comparing.ts';
import { answeredNetworks, sparseNetwork, WAVES } from './random-networks.ts';

const NO_ANSWER = 'did not answer: own ties are unknown';

/** Silent in both waves: their rows are not there. */
function withSilent(records: NetworkRecords, silent: readonly string[]): NetworkRecords {
  return {
    ...records,
    ties: records.ties.filter(({ from }) => !silent.includes(from)),
    responses: records.responses.map((one) =>
      silent.includes(one.member) ? { ...one, status: 'no-answer' as const } : one,
    ),
  };
}

function resultsOf(records: NetworkRecords, metric: Metric, undirected = false): MetricResult[] {
  const wave = metric.needs === 'two-waves' ? WAVES : 'all';
  return measure(records, { groupBy: 'group', permutations: 9, wave, undirected, metrics: [metric.id] }).results;
}

describe.each(METRICS.map((metric) => [metric.id, metric] as const))(
  'who did not answer is unknown: %s',
  (id, metric) => {
    const lawOf = ({ scope }: MetricResult): NoAnswer => ofScope<NoAnswer>(metric.laws.noAnswer, scope);

    it('as it states of itself, on random networks', () => {
      fc.assert(
        fc.property(answeredNetworks, fc.boolean(), fc.nat(8), (records, undirected, choice) => {
          const ids = records.members.map((member) => member.member);
          const one = ids[choice % ids.length]!;
          const silent = withSilent(records, [one]);
          // What is recorded of somebody who did not answer: everybody else is named, and with strengths.
          const rows = WAVES.flatMap((wave) =>
            ids
              .filter((other) => other !== one)
              .map((to, at) => tie(one, to, { wave, strength: 1, occurrence: 900 + at })),
          );
          const recorded = { ...silent, ties: [...silent.ties, ...rows] };
          const before = resultsOf(silent, metric, undirected);
          const after = resultsOf(recorded, metric, undirected);
          for (const [number, result] of before.entries()) {
            const law = lawOf(result);
            if (law === 'not-read' || (law === 'left-out' && !undirected))
              expect(figuresOf(after[number]!), `${id} ${result.scope}`).toEqual(figuresOf(result));
            if (law === 'no-figure' && result.reason === null) {
              expect(result.values![one], id).toBeNull();
              if (metric.needs === 'ties') expect(result.reasons![one], id).toBe(NO_ANSWER);
            }
          }
        }),
        { seed: 8, numRuns: 40 },
      );
    });

    it('says in its edge cases what a missing answer does, where it reads ties', () => {
      if (metric.readsTies) expect(metric.edgeCases).toMatch(/answer/);
      else expect(metric.laws.noAnswer).toBe('not-read');
    });
  },
);

describe('a headline figure that missing answers can move carries a band', () => {
  const whole = sparseNetwork(40, 300, 6);
  const silent = withSilent(whole, ['m1', 'm7', 'm13', 'm20', 'm33', 'm38']);
  const bands = [
    'density',
    'reciprocity',
    'dyadic-reciprocity',
    'transitivity',
    'average-clustering',
    'degree-centralization',
    'in-degree-centralization',
    'out-degree-centralization',
    'e-i-index',
  ];

  it.each(bands)('%s', (id) => {
    const metric = METRICS.find((one) => one.id === id)!;
    const [all] = resultsOf(whole, metric);
    expect([all!.low, all!.high]).toEqual([null, null]);
    const [result] = resultsOf(silent, metric);
    expect(result!.response).toBe(34 / 40);
    expect(result!.low!).toBeLessThanOrEqual(result!.value as number);
    expect(result!.high!).toBeGreaterThanOrEqual(result!.value as number);
    expect(result!.high! - result!.low!).toBeGreaterThan(0);
  });

  it('the same band whether the replicates are kept or drawn again, alone or among others', () => {
    const large = withSilent(sparseNetwork(110, 9_000, 2), ['m3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9']);
    expect(measure(large, { metrics: ['density'] }).input.ties, 'too large to keep').toBeGreaterThan(5_000);
    for (const records of [silent, large]) {
      const together = measure(records, {
        metrics: ['density', 'reciprocity'],
        groupBy: 'group',
        permutations: 9,
      }).results;
      for (const id of ['density', 'reciprocity']) {
        const [alone] = resultsOf(records, METRICS.find((one) => one.id === id)!);
        const among = together.find((one) => one.metric === id)!;
        expect([among.low, among.high]).toEqual([alone!.low, alone!.high]);
      }
    }
  }, 60_000);
});
