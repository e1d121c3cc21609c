import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweennessJob } from '../../../analysis/graph/betweenness.ts';
import { compact } from '../../../analysis/graph/compact.ts';
import { METRICS, measure } from '../../../analysis/index.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { rankRanges, replicatesFor, shareToldApart, standsApart } from '../../../analysis/inference/rank-intervals.ts';
import { rankIntervals } from '../../../analysis/report/rank-intervals.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { answered, fromTies, network, tie } from './small-networks.ts';

type Ranks = Record<string, { rank: number | null; best: number; worst: number } | null>;
interface Ranking {
  replicates: number;
  leftOut: number | null;
  toldApart: number | null;
  withheld: string | null;
}

const RANKED = METRICS.filter(({ options }) => options.includes('ranks')).map(({ id }) => id);

function randomNetwork(members: number, share: number, answering = members): NetworkRecords {
  const random = createRandom(3, 'ranks');
  const ids = Array.from({ length: members }, (_, v) => `m${String(v).padStart(2, '0')}`);
  const ties = ids.flatMap((from, v) =>
    v >= answering
      ? []
      : ids.filter((to) => to !== from && random.next() < share).map((to) => tie(from, to, { wave: '1' })),
  );
  return answered(fromTies(ids, ties), ids.slice(0, answering));
}

function rankingsOf(records: NetworkRecords, metrics: readonly string[] = RANKED, undirected = false) {
  const { results } = measure(records, { metrics, ranks: true, undirected });
  return new Map(
    results.map(({ metric, details }) => [
      metric,
      { ranks: details.ranks as Ranks | null, ranking: details.ranking as Ranking },
    ]),
  );
}

describe('a rank is a range, and it is told only where no other range overlaps', () => {
  it('for every centrality that can be ranked by, with direction and without', () => {
    expect(RANKED.length).toBeGreaterThanOrEqual(8);
    const records = randomNetwork(20, 0.2, 16);
    for (const undirected of [false, true]) {
      const rankings = rankingsOf(records, RANKED, undirected);
      expect([...rankings.keys()].sort()).toEqual([...RANKED].sort());
      for (const [metric, { ranks, ranking }] of rankings) {
        expect(ranking.replicates, metric).toBe(200);
        expect(ranking.leftOut, metric).toBeCloseTo(0.2, 12);
        const told = Object.values(ranks!).filter((one) => one !== null);
        for (const one of told) {
          expect(one.best, metric).toBeLessThanOrEqual(one.worst);
          expect(one.best, metric).toBeGreaterThanOrEqual(1);
          expect(one.worst, metric).toBeLessThanOrEqual(20);
          if (one.rank === null) continue;
          const overlapping = told.filter(
            (other) => other !== one && other.best <= one.worst && one.best <= other.worst,
          );
          expect(overlapping, metric).toEqual([]);
        }
      }
    }
  });

  it('the middle of a star is first whoever answers; its points cannot be told apart', () => {
    const points = 'bcdefghijk'.split('');
    const star = network(points.flatMap((v) => [`a>${v}`, `${v}>a`]).join(' '));
    const { ranks, ranking } = rankingsOf(star, ['in-degree']).get('in-degree')!;
    expect(ranks!.a).toEqual({ rank: 1, best: 1, worst: 1 });
    for (const v of points) expect(ranks![v]!.rank, v).toBeNull();
    expect(ranking).toEqual({ replicates: 200, leftOut: 0.1, toldApart: 10 / 55, withheld: null });
  });

  it('says so in words where nobody can be told from anybody', () => {
    const ring = network('a>b b>c c>d d>e e>f f>a');
    const { ranks, ranking } = rankingsOf(ring, ['in-degree']).get('in-degree')!;
    expect(ranking.toldApart).toBe(0);
    expect(ranking.withheld).toBe('all ranges overlap: nobody can be told from anybody');
    expect(Object.values(ranks!).every((one) => one?.rank === null)).toBe(true);
  });

  it('who has no figure has no rank', () => {
    const { ranks } = rankingsOf(randomNetwork(12, 0.3, 9), ['harmonic-out']).get('harmonic-out')!;
    expect([ranks!.m09, ranks!.m10, ranks!.m11]).toEqual([null, null, null]);
    expect(ranks!.m00).not.toBeNull();
  });

  it('is there only when asked for, and changes no figure', () => {
    const records = randomNetwork(12, 0.3);
    const plain = measure(records, { metrics: RANKED });
    const ranked = measure(records, { metrics: RANKED, ranks: true });
    expect(plain.results.every(({ details }) => !('ranks' in details))).toBe(true);
    expect(ranked.results.map(({ values }) => values)).toEqual(plain.results.map(({ values }) => values));
  });

  it('does not hang on which other metrics are measured', () => {
    const records = randomNetwork(14, 0.25, 12);
    const all = rankingsOf(records);
    for (const metric of ['betweenness', 'degree']) {
      expect(rankingsOf(records, [metric]).get(metric)).toEqual(all.get(metric));
    }
  });

  it('is the range that the report gives', () => {
    const records = randomNetwork(20, 0.2, 16);
    const report = rankIntervals(records, 1)!;
    const rankings = rankingsOf(records);
    for (const [kind, metric] of [
      ['reached', 'harmonic-in'],
      ['between', 'betweenness'],
    ] as const) {
      for (const { member, best, worst } of report[kind]) {
        expect(rankings.get(metric)!.ranks![member], `${metric} ${member}`).toMatchObject({ best, worst });
      }
    }
  });
});

describe('a network of a thousand members has ranges of rank', () => {
  it('as many as one of thirty: its estimated cost leaves room for all replicates', () => {
    const records = randomNetwork(1_000, 0.01);
    const cost = betweennessJob(compact(records)).cost;
    expect(replicatesFor(cost)).toBe(200);
  });
});

describe('how many replicates a network gets hangs on its size alone', () => {
  it('200 where ranking is quick, fewer where it is not, none rather than a handful', () => {
    expect(replicatesFor(1)).toBe(200);
    expect(replicatesFor(15e6)).toBe(200);
    expect(replicatesFor(60e6)).toBe(50);
    expect(replicatesFor(150e6)).toBe(20);
    expect(replicatesFor(151e6)).toBeNull();
  });
});

describe('ranges of rank, against the plain definition', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 4 }));
  const ranges = fc.array(
    range.map(([best, more]) => ({ rank: best, best, worst: best + more })),
    { maxLength: 10 },
  );

  it('who stands apart, and which share of pairs is told apart', () => {
    fc.assert(
      fc.property(ranges, (all) => {
        const overlap = (v: number, w: number): boolean =>
          all[v]!.best <= all[w]!.worst && all[w]!.best <= all[v]!.worst;
        const others = (v: number): number[] => [...all.keys()].filter((w) => w !== v);
        expect(standsApart(all)).toEqual(all.map((_, v) => !others(v).some((w) => overlap(v, w))));
        const pairs = all.flatMap((_, v) => others(v).map((w) => !overlap(v, w)));
        const share = pairs.length === 0 ? null : pairs.filter(Boolean).length / pairs.length;
        if (share === null) expect(shareToldApart(all)).toBeNull();
        else expect(shareToldApart(all)).toBeCloseTo(share, 12);
      }),
    );
  });

  it('the middle 90 % of replicates and the observed rank; equal scores share a rank', () => {
    const once = [3, 2, 2, 1];
    const turned = [1, 2, 2, 3];
    const [first, second] = rankRanges(once, [...Array(90).fill(once), ...Array(10).fill(turned)]);
    expect(first).toEqual({ rank: 1, best: 1, worst: 4 });
    expect(second).toEqual({ rank: 2.5, best: 2.5, worst: 2.5 });
    const [rarely] = rankRanges(once, [...Array(97).fill(once), ...Array(3).fill(turned)]);
    expect(rarely).toEqual({ rank: 1, best: 1, worst: 1 });
  });

  it('who is ranked in too few replicates may be anywhere', () => {
    const [first] = rankRanges([3, 2, 1], Array(200).fill([null, 2, 1]));
    expect(first).toEqual({ rank: 1, best: 1, worst: 3 });
  });
});
