import { describe, expect, it } from 'vitest';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { resultOf } from '../metrics/small-networks.ts';
import { adoptingAtRandom, adoptingFromContacts, drawn, idOf } from './random-graphs.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

function valuesOf(records: NetworkRecords, metric: string): Record<string, number> {
  return resultOf(records, metric, { groupBy: 'group' }).values as Record<string, number>;
}

/** Ids from the highest value down. */
function ranked(values: Record<string, number>): string[] {
  return Object.keys(values).sort((a, b) => values[b]! - values[a]! || (a < b ? -1 : 1));
}

describe('planted silos are found', () => {
  it.each(SEEDS)('three groups with ten times the ties within, network %i', (seed) => {
    const { records } = drawn(30, seed, (v, w) => (v % 3 === w % 3 ? 0.3 : 0.03));
    const index = resultOf(records, 'e-i-index', { groupBy: 'group', permutations: 999 }, 'network');
    expect(index.value as number).toBeLessThan(-0.3);
    expect(index.details.p).toBe(1 / 1000);
    for (const metric of ['assortativity', 'freeman-segregation', 'gupta-anderson-may'])
      expect(resultOf(records, metric, { groupBy: 'group' }).value, metric).toBeGreaterThan(0.3);
    expect(resultOf(records, 'communities', { groupBy: 'group' }).details.agreement).toBeGreaterThan(0.7);
  });

  it('networks that avoid their own group are not called silos', () => {
    const { records } = drawn(30, 1, (v, w) => (v % 3 === w % 3 ? 0.02 : 0.2));
    const { value, details } = resultOf(records, 'e-i-index', { groupBy: 'group', permutations: 999 }, 'network');
    expect(value as number).toBeGreaterThan(details.expected as number);
    expect(details.p).toBe(1 / 1000);
  });
});

describe('a planted broker is found', () => {
  /** Two groups that never meet but through member 20, who is of neither. */
  const broker = idOf(20);
  const group = (v: number) => (v === 20 ? 'between' : v < 10 ? 'left' : 'right');
  const between = (v: number, w: number) => (v === 20 || w === 20 ? 0.5 : group(v) === group(w) ? 0.5 : 0);

  it.each(SEEDS)('between two groups, network %i', (seed) => {
    const { records } = drawn(21, seed, between, group);
    expect(ranked(valuesOf(records, 'betweenness'))[0]).toBe(broker);
    expect(valuesOf(records, 'cut-point')[broker]).toBe(true);
    expect(ranked(valuesOf(records, 'constraint')).at(-1)).toBe(broker);
    const roles = resultOf(records, 'brokerage', { groupBy: 'group' });
    const liaison = Object.entries(roles.values as unknown as Record<string, Record<string, number>>).map(
      ([id, counts]) => [id, counts.liaison!] as const,
    );
    expect(liaison.filter(([, count]) => count > 0).map(([id]) => id)).toEqual([broker]);
    const z = (roles.details.z as Record<string, Record<string, number>>)[broker]!;
    expect(z.liaison).toBeGreaterThan(1);
    // There is nobody else of the group to mediate between: fewer than chance gives.
    expect(z.coordinator).toBeLessThan(0);
  });
});

describe('a planted core is found', () => {
  it.each(SEEDS)('eight of forty to whom everybody turns, network %i', (seed) => {
    const isCore = (v: number) => v < 8;
    const { records } = drawn(40, seed, (v, w) => (isCore(v) && isCore(w) ? 0.9 : isCore(v) || isCore(w) ? 0.5 : 0.02));
    const core = Array.from({ length: 8 }, (_, v) => idOf(v));
    const { value, details } = resultOf(records, 'core-periphery', {});
    expect(details.core).toEqual(core);
    expect(value as number).toBeGreaterThan(0.6);
    const numbers = valuesOf(records, 'core-number');
    const highest = Math.max(...Object.values(numbers));
    for (const id of core) expect(numbers[id], id).toBe(highest);
  });
});

describe('planted key players are found', () => {
  it.each(SEEDS)('three hubs, each the only way to eight others, network %i', (seed) => {
    // 0, 1 and 2 are hubs; of the others each turns to one of them, and a few to each other.
    const hubs = [0, 1, 2].map(idOf);
    const own = (leaf: number, hub: number) => leaf > 2 && leaf % 3 === hub;
    const { records } = drawn(27, seed, (v, w) =>
      v < 3 && w < 3 ? 1 : own(v, w) ? 1 : v > 2 && w > 2 && v % 3 === w % 3 ? 0.02 : 0,
    );
    const { value, details } = resultOf(records, 'key-players', {});
    expect(value).toEqual({ fragmentation: hubs, reach: hubs });
    expect(details.search).toMatch(/greedy/);
  });
});

describe('a planted cascade is found', () => {
  it.each(SEEDS)('taken up once two contacts have, network %i', (seed) => {
    const network = drawn(60, seed, (v, w) => (Math.min(Math.abs(v - w), 60 - Math.abs(v - w)) <= 4 ? 0.8 : 0.002));
    const first = [0, 1, 2, 3, 4].map(idOf);
    const spread = adoptingFromContacts(network, first, 12);
    const chance = adoptingAtRandom(network, 12, 0.2);
    const dependence = resultOf(spread, 'structural-dependence', { permutations: 199 });
    expect(dependence.value as number).toBeGreaterThan(0);
    expect(dependence.details.p as number).toBeLessThanOrEqual(0.01);
    const { value, details } = resultOf(spread, 'morans-i', {});
    expect(value as number).toBeGreaterThan((details.expected as number) + 0.4);
    expect(value as number).toBeGreaterThan(resultOf(chance, 'morans-i', {}).value as number);
  });
});
