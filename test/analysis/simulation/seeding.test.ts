import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompactGraph, compact, createRandom, unionOf } from '../../../analysis/index.ts';
import { executeHere } from '../../../analysis/kernels/execute.ts';
import { keyPlayers } from '../../../analysis/metrics/structure/key-players.ts';
import { fixedSeeds } from '../../../analysis/simulation/arm.ts';
import type { Model } from '../../../analysis/simulation/model.ts';
import { columnsOf, runAdopters } from '../../../analysis/simulation/runs.ts';
import { chooseSeeds } from '../../../analysis/simulation/seeding/choose-seeds.ts';
import { lazyCover, metBy } from '../../../analysis/simulation/seeding/coverage.ts';
import { greedySeeds } from '../../../analysis/simulation/seeding/greedy-seeds.ts';
import { keyPlayerSeeds, nearnessOf } from '../../../analysis/simulation/seeding/key-player-seeds.ts';
import { noSets, type ReverseSets, reverseSetsOf } from '../../../analysis/simulation/seeding/reverse-sets.ts';
import type { SeedRule } from '../../../analysis/simulation/seeding/seed-rules.ts';
import { drawn, planted } from '../../support/networks.ts';
import { resultOf } from '../metrics/small-networks.ts';

const MODELS: Model[] = [
  { kind: 'cascade', probability: 0.3, byStrength: false, periods: null },
  { kind: 'cascade', probability: 0.3, byStrength: true, periods: 2 },
  { kind: 'si', probability: 0.15, periods: 4 },
  { kind: 'threshold', thresholds: 'drawn', byStrength: false, periods: null },
  { kind: 'threshold', thresholds: 'drawn', byStrength: true, periods: 2 },
];

const everybody = ({ n }: CompactGraph): number[] => Array.from({ length: n }, (_, v) => v);

function network(seed: number, members = 10): CompactGraph {
  return compact(planted({ members, groups: 2, within: 0.35, across: 0.1, seed }));
}

function subsets(of: readonly number[], k: number): number[][] {
  if (k === 0) return [[]];
  return of.flatMap((v, at) => subsets(of.slice(at + 1), k - 1).map((rest) => [v, ...rest]));
}

describe('reverse sets tell what running forward tells: the share that seeds meet, times the members, is their reach', () => {
  it.each(MODELS)('%j (two ways of counting, 20,000 draws each, 4 standard errors)', (model) => {
    const graph = network(3);
    const sets = noSets();
    reverseSetsOf(graph, model, everybody(graph), createRandom(5, 'test'))(sets, 20_000);
    for (const seeds of [[0], [1, 6]]) {
      const share = metBy(seeds, sets) / sets.count;
      const arm = { seeds: fixedSeeds(seeds), added: [], removed: [] };
      const runs = runAdopters(graph, model, arm, { runs: 20_000, seed: 9 }, executeHere);
      const columns = columnsOf(model);
      const atTheEnd = [...runs].filter((_, at) => at % columns === columns - 1);
      const mean = atTheEnd.reduce((sum, adopters) => sum + adopters, 0) / 20_000;
      const variance = atTheEnd.reduce((sum, adopters) => sum + (adopters - mean) ** 2, 0) / 20_000;
      const error = Math.sqrt((variance + graph.n ** 2 * share * (1 - share)) / 20_000);
      expect(Math.abs(graph.n * share - mean)).toBeLessThan(4 * error);
    }
  });

  it('somebody who is away neither begins nor passes it on', () => {
    const chain = compact(drawn({ network: 'c>b b>a' }));
    const sets = noSets();
    const model: Model = { kind: 'cascade', probability: 1, byStrength: false, periods: null };
    reverseSetsOf(chain, model, [0, 2], createRandom(1, 'test'))(sets, 50);
    expect(new Set(sets.members)).toEqual(new Set([0, 2]));
    expect(sets.members.length).toBe(50);
  });
});

const someSets: fc.Arbitrary<ReverseSets> = fc
  .array(fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 40 })
  .map((sets) => ({
    count: sets.length,
    offsets: [0, ...sets.map((_, at) => sets.slice(0, at + 1).flat().length)],
    members: sets.flat(),
  }));

describe('choosing lazily is choosing greedily, and greedily is within 1 − 1/e of the best', () => {
  const members = Array.from({ length: 10 }, (_, v) => v);

  it('the same members as the plain greedy, never with more looks; the bound holds against all sets', () => {
    fc.assert(
      fc.property(someSets, fc.integer({ min: 1, max: 4 }), (sets, k) => {
        const { chosen, met, mostPossible, looks } = lazyCover(10, sets, members, k);
        const plain: number[] = [];
        while (plain.length < k) {
          const open = members.filter((v) => !plain.includes(v));
          const gains = open.map((v) => metBy([...plain, v], sets));
          plain.push(open[gains.indexOf(Math.max(...gains))]!);
        }
        expect(chosen).toEqual(plain);
        expect(met).toBe(metBy(chosen, sets));
        expect(looks).toBeLessThanOrEqual(10 * k);
        const best = Math.max(...subsets(members, k).map((set) => metBy(set, sets)));
        expect(met).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
        expect(mostPossible).toBeGreaterThanOrEqual(best - 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it.each(MODELS)('%j: the seeds reach what they are said to reach, of the best as much as is said', (model) => {
    for (const seed of [1, 2]) {
      const graph = network(seed);
      const { members: chosen, bound } = greedySeeds(graph, model, everybody(graph), 2, seed);
      const reachOf = (seeds: number[]): number => {
        const arm = { seeds: fixedSeeds(seeds), added: [], removed: [] };
        const runs = runAdopters(graph, model, arm, { runs: 4000, seed: 77 }, executeHere);
        const columns = columnsOf(model);
        return [...runs].reduce((sum, adopters, at) => sum + (at % columns === columns - 1 ? adopters : 0), 0) / 4000;
      };
      const reach = reachOf(chosen);
      const best = Math.max(...subsets(everybody(graph), 2).map(reachOf));
      expect(Math.abs(reach - bound.reach)).toBeLessThan(4 * (bound.reachError + 2.5 / Math.sqrt(4000)));
      expect(bound.bestAtMost).toBeGreaterThan(best - 0.15);
      expect(reach / best).toBeGreaterThan(Math.max(bound.shareOfBest, bound.shareInAnyCase) - 0.02);
      expect(bound.shareOfBest).toBeGreaterThan(0.6);
    }
  });

  it('says why it cannot where thresholds are given: more seeds may then help ever more', () => {
    const model: Model = { kind: 'threshold', thresholds: 0.5, byStrength: false, periods: null };
    expect(() => greedySeeds(network(1), model, [0, 1, 2], 1, 1)).toThrow(/only where thresholds are drawn/);
  });

  it('gives the same bytes for the same seed', () => {
    const choose = () => JSON.stringify(greedySeeds(network(4, 30), MODELS[0]!, everybody(network(4, 30)), 3, 8));
    expect(choose()).toBe(choose());
  });
});

describe('seeds by a rule', () => {
  const graph = compact(drawn({ network: 'a>h b>h c>h c>d d>e e>f f>d g>f' }));
  const choosing = { graph, model: MODELS[0]!, eligible: everybody(graph), seed: 1, runs: 500, execute: executeHere };
  const ids = (rule: SeedRule, count: number, eligible = choosing.eligible): string[] =>
    [...chooseSeeds({ rule, count }, { ...choosing, eligible }).seeds.members].map((v) => graph.ids[v]!);

  it('degree: those who are named by most, of equals the first by id', () => {
    expect(ids('degree', 3)).toEqual(['h', 'd', 'f']);
    const h = graph.ids.indexOf('h');
    expect(
      ids(
        'degree',
        2,
        everybody(graph).filter((v) => v !== h),
      ),
    ).toEqual(['d', 'f']);
  });

  it('bridge: those on most shortest paths', () => {
    const two = compact(drawn({ network: 'a>b b>a b>c c>b c>d d>c' }));
    const { seeds } = chooseSeeds({ rule: 'bridge', count: 2 }, { ...choosing, graph: two, eligible: everybody(two) });
    expect([...seeds.members]).toEqual([1, 2]);
  });

  it('random: anew in each run, everybody as often (500 runs of 2 of 8, ± 4 sd)', () => {
    const { seeds } = chooseSeeds({ rule: 'random', count: 2 }, choosing);
    expect(seeds).toMatchObject({ drawnAnew: true, count: 2 });
    const times = new Int32Array(graph.n);
    for (const v of seeds.members) times[v]!++;
    for (let run = 0; run < 500; run++) expect(seeds.members[2 * run]).not.toBe(seeds.members[2 * run + 1]);
    for (const count of times) expect(Math.abs(count - 125)).toBeLessThan(4 * Math.sqrt(500 * 0.25 * 0.75));
  });

  it('key players: the very set of the metric where all sets are tried', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const records = planted({ members: 14, groups: 3, within: 0.3, across: 0.05, seed });
      const union = unionOf(compact(records));
      const value = resultOf(records, keyPlayers.id).value as { reach: string[] } | null;
      expect(keyPlayerSeeds(union, everybody(union), 3).map((v) => union.ids[v])).toEqual(value?.reach);
    }
  });

  it('key players one by one: at least 1 − 1/e of the best, the same as looking at everybody each time', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const union = unionOf(compact(planted({ members: 24, groups: 3, within: 0.2, across: 0.03, seed })));
      const chosen = keyPlayerSeeds(union, everybody(union), 3);
      const plain: number[] = [];
      while (plain.length < 3) {
        let best = { v: -1, worth: -1 };
        for (const v of everybody(union)) {
          const worth = nearnessOf(union, [...plain, v]);
          if (!plain.includes(v) && worth > best.worth + 1e-12) best = { v, worth };
        }
        plain.push(best.v);
      }
      expect(chosen).toEqual(plain);
      const best = Math.max(...subsets(everybody(union), 3).map((set) => nearnessOf(union, set)));
      expect(nearnessOf(union, chosen)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
    }
  });

  it('refuses a number of seeds that cannot be, and people who are not there, without repeating their ids', () => {
    expect(() => ids('degree', 9)).toThrow(/give a number from 1 to 8/);
    expect(() => ids('random', 0)).toThrow(/give a number from 1 to 8/);
    expect(() => chooseSeeds({ rule: 'given', members: ['a', 'zoe'] }, choosing)).toThrow(/person 2 of 2/);
    expect(() => chooseSeeds({ rule: 'given', members: ['a', 'zoe'] }, choosing)).not.toThrow(/zoe/);
  });
});
