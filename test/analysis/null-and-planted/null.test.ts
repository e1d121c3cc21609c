import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/inference/random.ts';
import { ROLES } from '../../../analysis/inference/roles-by-chance.ts';
import { checkHealth } from '../../../analysis/report/health-check.ts';
import { KINDS, type NetworkRecords } from '../../../data/records/index.ts';
import { checkInput, policy } from '../../support/health.ts';
import { answered, resultOf } from '../metrics/small-networks.ts';
import { expectNominal } from './nominal.ts';
import { adoptingAtRandom, drawn } from './random-graphs.ts';

function alarmsOf(rounds: number, pOf: (round: number) => number): number {
  let alarms = 0;
  for (let round = 0; round < rounds; round++) if (pOf(round) <= 0.05) alarms++;
  return alarms;
}

function pOf(records: NetworkRecords, metric: string, seed: number, more: object = {}): number {
  const { details } = resultOf(records, metric, { groupBy: 'group', permutations: 199, seed, ...more }, 'network');
  return details.p as number;
}

const evenly = () => 0.15;

describe('networks without silos raise the alarm at the nominal 5 %', () => {
  const rounds = 1000;
  /** Where each network's band is drawn two hundred times over. */
  const fewer = 400;

  it.each([{ undirected: false }, { undirected: true }])('E-I index, %o', (options) => {
    const alarms = alarmsOf(rounds, (round) => pOf(drawn(24, round, evenly).records, 'e-i-index', round, options));
    expectNominal(alarms, rounds);
  });

  it('E-I index, strengths in use', () => {
    const alarms = alarmsOf(rounds, (round) => {
      const { records, random } = drawn(24, round, evenly);
      const ties = records.ties.map((one) => ({ ...one, strength: 1 + random.below(5) }));
      return pOf({ ...records, ties }, 'e-i-index', round, { strength: true });
    });
    expectNominal(alarms, rounds);
  });

  it('E-I index, groups of very different size and a third without an answer', () => {
    const alarms = alarmsOf(fewer, (round) => {
      const { records, random } = drawn(24, round, evenly, (v) => (v < 16 ? 'large' : v < 22 ? 'small' : 'pair'));
      return pOf(
        answeredBy(records, () => random.next() < 2 / 3),
        'e-i-index',
        round,
      );
    });
    expectNominal(alarms, fewer);
  });

  it('E-I index, a group of which hardly anybody answered', () => {
    const alarms = alarmsOf(fewer, (round) => {
      const { records, random } = drawn(24, round, evenly, (v) => (v < 16 ? 'large' : 'small'));
      const isLarge = (id: string) => Number(id.slice(1)) < 16;
      return pOf(
        answeredBy(records, (id) => random.next() < (isLarge(id) ? 1 : 0.2)),
        'e-i-index',
        round,
      );
    });
    expectNominal(alarms, fewer);
  });

  it('brokerage: z has mean 0 and spread 1, and passes 1.96 no more often than 5 %', () => {
    for (const role of ROLES) {
      const zs: number[] = [];
      for (let round = 0; round < 60; round++) {
        const { details } = resultOf(drawn(24, round, evenly).records, 'brokerage', { groupBy: 'group', seed: round });
        // One member of each network: two of one network share their ties, and are no two draws.
        const z = (details.z as Record<string, Record<string, number | null>>)[`m${10 + (round % 14)}`]![role];
        if (typeof z === 'number') zs.push(z);
      }
      const mean = zs.reduce((sum, z) => sum + z, 0) / zs.length;
      const spread = zs.reduce((sum, z) => sum + (z - mean) ** 2, 0) / (zs.length - 1);
      expect(zs.length, role).toBeGreaterThan(50);
      expect(Math.abs(mean), `${role}: mean ${mean}`).toBeLessThan(3.3 / Math.sqrt(zs.length));
      expect(spread, `${role}: variance`).toBeGreaterThan(0.4);
      expect(spread, `${role}: variance`).toBeLessThan(1.9);
      expectNominal(zs.filter((z) => Math.abs(z) >= 1.96).length, zs.length, false);
    }
  });
});

describe('practices that spread regardless of contacts and groups raise the alarm at the nominal 5 %', () => {
  it('structural dependence', () => {
    const rounds = 300;
    const alarms = alarmsOf(rounds, (round) =>
      pOf(adoptingAtRandom(drawn(20, round, evenly), 6, 0.2), 'structural-dependence', round, { permutations: 99 }),
    );
    expectNominal(alarms, rounds);
  });

  it('log-rank test of time to adoption', () => {
    const rounds = 1000;
    const alarms = alarmsOf(rounds, (round) => {
      const records = adoptingAtRandom(
        drawn(45, round, () => 0),
        12,
        0.2,
      );
      const { details } = resultOf(records, 'time-to-adoption', { groupBy: 'group' });
      return (details.logRank as { p: number }).p;
    });
    expectNominal(alarms, rounds);
  });

  it('Moran’s I lies around its expected value', () => {
    const rounds = 400;
    let sum = 0;
    let squares = 0;
    for (let round = 0; round < rounds; round++) {
      const records = adoptingAtRandom(drawn(24, round, evenly), 6, 0.2);
      const { value, details } = resultOf(records, 'morans-i', {});
      const excess = (value as number) - (details.expected as number);
      sum += excess;
      squares += excess ** 2;
    }
    const standardError = Math.sqrt((squares / rounds - (sum / rounds) ** 2) / rounds);
    expect(Math.abs(sum / rounds)).toBeLessThan(3.3 * standardError);
  });
});

describe('a whole health check of a network without silos finds one in 5 % of cases, however many it looks for', () => {
  it('four attributes at once, in either direction', () => {
    const rounds = 120;
    const attributes = ['region', 'role', 'sector', 'age'];
    const rules = attributes.flatMap((groupBy) =>
      [{ below: 1.1 }, { above: -1.1 }].map((bound, side) => ({
        ...KINDS.charter.example.document.health.rules[0]!,
        below: undefined,
        ...bound,
        id: `${groupBy}-${side}`,
        metric: 'e-i-index',
        groupBy,
        atMostP: 0.05,
        propose: 'nothing' as const,
      })),
    );
    let alarms = 0;
    for (let round = 0; round < rounds; round++) {
      const { records } = drawn(20, round, evenly);
      const random = createRandom(round, 'attributes');
      const members = records.members.map((member) => ({
        ...member,
        attributes: Object.fromEntries(attributes.map((name) => [name, `${name}${random.below(3)}`])),
      }));
      const input = checkInput(
        { ...records, members },
        { policy: policy({ rules, targets: [], groupBy: 'region', permutations: 199, seed: round }) },
      );
      if (checkHealth(input).findings.length > 0) alarms++;
    }
    expectNominal(alarms, rounds);
  });
});

function answeredBy(records: NetworkRecords, answers: (id: string) => boolean): NetworkRecords {
  const ids = records.members.map((member) => member.member).filter(answers);
  return answered({ ...records, ties: records.ties.filter(({ from }) => ids.includes(from)) }, ids);
}
