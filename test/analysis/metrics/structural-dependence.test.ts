import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { exampleRecords, fromTies, network, resultOf, tie } from './small-networks.ts';

const ID = 'structural-dependence';

function adopting(records: NetworkRecords, timeOf: (v: number) => number | null): NetworkRecords {
  const adoptions = records.members.flatMap(({ member }, v) => {
    const time = timeOf(v);
    return time === null ? [] : [{ member, practice: 'intake', time, censored: false }];
  });
  return { ...records, adoptions };
}

/** Everybody names three others. */
function named(n: number, choose: (v: number, random: Random) => number, random: Random): NetworkRecords {
  const ids = Array.from({ length: n }, (_, v) => `m${v}`);
  const rows = ids.flatMap((from, v) => {
    const others = new Set<number>();
    while (others.size < 3) {
      const w = choose(v, random);
      if (w !== v) others.add(w);
    }
    return [...others].map((w) => tie(from, ids[w]!));
  });
  return fromTies(ids, rows);
}

describe('structural dependence: against networks in which only the contacts are others', () => {
  it('the statistic is the mean of the thresholds that the metric of that name gives', () => {
    const records = exampleRecords({
      network: 'a>b a>c b>c c>a d>a d>b e>d f',
      adoptions: { a: 2, b: 3, c: 1, d: 3, f: 1 },
      gives: 0,
    });
    for (const options of [{}, { undirected: true }, { lagPeriods: 1 }]) {
      const thresholds = Object.values(resultOf(records, 'threshold', options).values!).filter((one) => one !== null);
      const mean = (thresholds as number[]).reduce((sum, one) => sum + one, 0) / thresholds.length;
      expect(resultOf(records, ID, options).details.observed).toBeCloseTo(mean, 12);
    }
  });

  it('says how many networks it compared with, how far they were rewired, and comes out the same again', () => {
    const records = adopting(
      named(30, (_, random) => random.below(30), createRandom(1, 'net')),
      (v) => (v % 5) + 1,
    );
    const result = resultOf(records, ID, { permutations: 60 });
    expect(result.details).toMatchObject({ rewires: 60, swapsPerTie: 20 });
    expect(result.value).toBe((result.details.observed as number) - (result.details.expected as number));
    expect(resultOf(records, ID, { permutations: 60 })).toEqual(result);
    expect(resultOf(records, ID, { permutations: 60, seed: 2 }).details.expected).not.toBe(result.details.expected);
    expect(resultOf(records, ID, { permutations: 10_000 }).details.rewires).toBe(500);
  });

  it('alarms at its nominal rate where contacts have nothing to do with it', () => {
    const random = createRandom(11, 'null');
    let alarms = 0;
    for (let round = 0; round < 200; round++) {
      const records = adopting(
        named(24, () => random.below(24), random),
        () => (random.next() < 0.8 ? 1 + random.below(8) : null),
      );
      if ((resultOf(records, ID, { permutations: 99, seed: round }).details.p as number) <= 0.05) alarms++;
    }
    // At most 5 % of 200, and three standard errors.
    expect(alarms).toBeLessThanOrEqual(10 + 10);
    expect(alarms).toBeGreaterThan(0);
  });

  it('finds a practice that went from circle to circle', () => {
    const random = createRandom(12, 'planted');
    // Circles of ten; each adopts as a whole, one after the other, and names itself alone.
    const records = adopting(
      named(60, (v) => Math.floor(v / 10) * 10 + random.below(10), random),
      (v) => 1 + Math.floor(v / 10),
    );
    const { value, details } = resultOf(records, ID, { permutations: 199 });
    expect(value as number).toBeGreaterThan(0.2);
    expect(details.p).toBe(2 / 200);
    expect(details.z as number).toBeGreaterThan(5);
  });

  it('nobody with contacts, or no other network: null, or a p of 1', () => {
    expect(
      resultOf(
        adopting(network('a b'), () => 1),
        ID,
      ),
    ).toMatchObject({ value: null, reason: 'no adopter with contacts' });
    const star = adopting(network('z>a z>b z>c'), (v) => v + 1);
    expect(resultOf(star, ID)).toMatchObject({ value: 0, details: { p: 1, z: null, sd: 0 } });
  });
});
