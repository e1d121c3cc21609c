import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompactGraph, fromArcs, unionOf } from '../../../analysis/index.ts';
import { createExecute, executeHere } from '../../../analysis/kernels/execute.ts';
import { joined } from '../../../analysis/kernels/job.ts';
import { type AddedTie, type Arm, fixedSeeds, newTies } from '../../../analysis/simulation/arm.ts';
import { failuresOf, failuresTable } from '../../../analysis/simulation/failures-table.ts';
import type { Model } from '../../../analysis/simulation/model.ts';
import { columnsOf, jobOf, runAdopters } from '../../../analysis/simulation/runs.ts';
import { plainAdopters } from './twins.ts';

/** "a>b": a names b, so that the practice runs from b to a. */
function graph(text: string): CompactGraph {
  const words = text.split(' ');
  const ids = [...new Set(words.flatMap((word) => word.split(/[>=]/).slice(0, 2)))].sort();
  const arcs = words.filter((word) => word.includes('>')).map((word) => word.split(/[>=]/));
  return fromArcs(ids, {
    from: arcs.map(([from]) => ids.indexOf(from!)),
    to: arcs.map(([, to]) => ids.indexOf(to!)),
    strength: arcs.map(([, , strength]) => Number(strength ?? 1)),
  });
}

function arm(seeds: readonly number[], more: Partial<Arm> = {}): Arm {
  return { seeds: fixedSeeds(seeds), added: [], removed: [], ...more };
}

const cascade = (probability: number, periods: number | null = null): Model => {
  return { kind: 'cascade', probability, byStrength: false, periods };
};
const threshold = (thresholds: 'drawn' | number = 'drawn', periods: number | null = null): Model => {
  return { kind: 'threshold', thresholds, byStrength: false, periods };
};

function mean(numbers: Iterable<number>): number {
  const all = [...numbers];
  return all.reduce((sum, number) => sum + number, 0) / all.length;
}

/** The mean over many runs is where it should be: within 4 standard errors. */
function expectMean(of: CompactGraph, model: Model, given: Arm, expected: number, sd: number): void {
  const runs = 20_000;
  const adopters = runAdopters(of, model, given, { runs, seed: 7 }, executeHere);
  const periods = columnsOf(model);
  const atTheEnd = adopters.filter((_, at) => at % periods === periods - 1);
  expect(Math.abs(mean(atTheEnd) - expected)).toBeLessThanOrEqual((4 * sd) / Math.sqrt(runs));
}

describe('what is known on paper comes out of many runs (20,000, 4 standard errors)', () => {
  it('two members: the second follows with the probability', () => {
    expectMean(graph('b>a'), cascade(0.3), arm([0]), 1.3, Math.sqrt(0.21));
    expectMean(graph('b>a'), { kind: 'si', probability: 0.3, periods: 4 }, arm([0]), 2 - 0.7 ** 4, 0.5);
    expectMean(graph('b>a'), threshold(), arm([0]), 2, 0);
  });

  it('against the direction of naming, and never along it', () => {
    expectMean(graph('b>a'), cascade(1), arm([1]), 1, 0);
    expectMean(graph('b>a'), cascade(1), arm([0]), 2, 0);
  });

  it('a path: 1 + p + p² + …', () => {
    const p = 0.6;
    const path = graph('b>a c>b d>c e>d');
    expectMean(path, cascade(p), arm([0]), 1 + p + p ** 2 + p ** 3 + p ** 4, 1.7);
    // In two periods nobody beyond the second step is reached.
    const two = runAdopters(path, cascade(1, 2), arm([0]), { runs: 3, seed: 1 }, executeHere);
    expect([...two]).toEqual([2, 3, 2, 3, 2, 3]);
  });

  it('a star: the middle passes to each leaf apart; a leaf needs the middle first', () => {
    const star = unionOf(graph('a>h b>h c>h d>h e>h'));
    const h = star.ids.indexOf('h');
    expectMean(star, cascade(0.4), arm([h]), 1 + 5 * 0.4, Math.sqrt(5 * 0.24));
    expectMean(star, cascade(0.4), arm([0]), 1 + 0.4 * (1 + 4 * 0.4), 2);
    // Each leaf names the middle alone, so it follows; the middle follows one leaf of five with the chance of 1/5.
    expectMean(star, threshold(), arm([h]), 6, 0);
    expectMean(star, threshold(), arm([0]), 1 + 5 / 5, 2);
  });

  it('a complete graph: under one threshold for all, everybody or nobody; Reed–Frost by recursion', () => {
    const complete = unionOf(graph('a>b a>c a>d b>c b>d c>d'));
    expect(mean(runAdopters(complete, threshold(1 / 3), arm([0]), { runs: 2, seed: 1 }, executeHere))).toBe(4);
    expect(mean(runAdopters(complete, threshold(0.34), arm([0]), { runs: 2, seed: 1 }, executeHere))).toBe(1);
    expectMean(complete, cascade(0.3), arm([0]), reedFrost(3, 1, 0.3) + 1, 1.5);
  });

  it('contagion with k contacts: 1 − (1 − β)^k in the first period', () => {
    expectMean(graph('d>a d>b d>c'), { kind: 'si', probability: 0.2, periods: 1 }, arm([0, 1, 2]), 4 - 0.8 ** 3, 0.5);
  });

  it('by strength, each unit is a try, and a threshold counts units', () => {
    const strong = graph('b>a=3');
    expectMean(
      strong,
      { kind: 'cascade', probability: 0.2, byStrength: true, periods: null },
      arm([0]),
      2 - 0.8 ** 3,
      0.5,
    );
    const weighed = graph('c>a=3 c>b=1');
    const byStrength: Model = { kind: 'threshold', thresholds: 0.7, byStrength: true, periods: null };
    expect([...runAdopters(weighed, byStrength, arm([0]), { runs: 1, seed: 1 }, executeHere)]).toEqual([2]);
    expect([...runAdopters(weighed, byStrength, arm([1]), { runs: 1, seed: 1 }, executeHere)]).toEqual([1]);
  });

  it('a drawn threshold is the same as naming one contact by lot (Kempe et al. 2003, theorem 4.6)', () => {
    const some = graph('a>b a>c b>c c>d d>a d>b e>a e>d');
    expectMean(some, threshold(), arm([0]), exactThreshold(some, 0), 2);
  });

  it('any small graph: the mean over all worlds of ties that pass, each with its chance', () => {
    const some = graph('a>b b>c c>a d>a d>c e>d b>e');
    for (const seed of [0, 3]) expectMean(some, cascade(0.45), arm([seed]), exactCascade(some, seed, 0.45), 2);
  });
});

describe('the kernels do what their plain twins do, to the last run', () => {
  it.each(['cascade', 'si', 'threshold'] as const)('%s, on any graph, with any change, for any seeds', (kind) => {
    fc.assert(
      fc.property(
        cases,
        ({ n, arcs, undirected, added, removed, seeds, drawnAnew, probability, periods, byStrength, share, seed }) => {
          const ids = Array.from({ length: n }, (_, v) => `m${v}`);
          const unique = new Map(
            arcs.filter(([a, b]) => a % n !== b % n).map(([a, b, s]) => [(a % n) * n + (b % n), s]),
          );
          const keys = [...unique.keys()];
          const directed = fromArcs(ids, {
            from: keys.map((key) => Math.floor(key / n)),
            to: keys.map((key) => key % n),
            strength: [...unique.values()],
          });
          const of = undirected ? unionOf(directed) : directed;
          const further: AddedTie[] = added.map(([a, b]) => ({ from: a % n, to: b % n, strength: 2 }));
          const runs = 40;
          const count = seeds.length;
          const given: Arm = {
            seeds: {
              members: Int32Array.from(
                { length: drawnAnew ? runs * count : count },
                (_, at) => (seeds[at % count]! + 7 * Math.floor(at / count)) % n,
              ),
              count,
              drawnAnew,
            },
            added: newTies(of, further),
            removed: removed.map((v) => v % n),
          };
          const model: Model =
            kind === 'si'
              ? { kind, probability, periods: periods ?? 5 }
              : kind === 'cascade'
                ? { kind, probability, byStrength, periods }
                : { kind, thresholds: share, byStrength, periods };
          const plan = { runs, seed, uncounted: removed.map((v) => v % n) };
          expect([...runAdopters(of, model, given, plan, executeHere)]).toEqual(plainAdopters(of, model, given, plan));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('one thread and two give the same bytes', () => {
    const ring = unionOf(graph(Array.from({ length: 60 }, (_, at) => `m${at}>m${(at * 7 + 1) % 60}`).join(' ')));
    for (const model of [cascade(0.3), threshold(), { kind: 'si', probability: 0.2, periods: 6 } as const]) {
      const job = jobOf(ring, model, arm([0, 5]), { runs: 2000, seed: 3 });
      const dear = { ...job, cost: 1e12 };
      const two = joined(createExecute({ threads: 2 })(dear));
      expect(Buffer.from(two.buffer).equals(Buffer.from(joined(executeHere(job)).buffer))).toBe(true);
    }
  });
});

describe('arms are paired: the same luck wherever both have the same tie', () => {
  it('a further tie never costs an adopter, and a missing person never adds one, in any run', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(9), fc.nat(9), fc.nat(9), (seed, from, to, away) => {
        const base = graph('a>b b>c c>d d>e e>f f>a g>b h>c i>d j>e j>a b>i');
        const added = newTies(base, [{ from, to, strength: 1 }]);
        for (const model of [cascade(0.4), { kind: 'si', probability: 0.2, periods: 5 } as const]) {
          const plan = { runs: 30, seed };
          const now = runAdopters(base, model, arm([1]), plan, executeHere);
          const more = runAdopters(base, model, arm([1], { added }), plan, executeHere);
          const fewer = runAdopters(base, model, arm([1], { removed: [away] }), plan, executeHere);
          expect([...now].every((adopters, run) => more[run]! >= adopters && fewer[run]! <= adopters)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a set of seeds within another never reaches more', () => {
    const base = graph('a>b b>c c>d d>e e>f f>a g>b h>c i>d j>e j>a b>i');
    for (const model of [cascade(0.4), threshold(), { kind: 'si', probability: 0.2, periods: 5 } as const]) {
      const few = runAdopters(base, model, arm([1]), { runs: 500, seed: 2 }, executeHere);
      const many = runAdopters(base, model, arm([1, 4]), { runs: 500, seed: 2 }, executeHere);
      expect([...few].every((adopters, run) => adopters <= many[run]!)).toBe(true);
    }
  });

  it('under thresholds a further tie may cost adopters: who names one more needs more of them', () => {
    const base = graph('b>a c');
    const added = [{ from: 1, to: 2, strength: 1 }];
    expect([...runAdopters(base, threshold(1), arm([0]), { runs: 1, seed: 1 }, executeHere)]).toEqual([2]);
    expect([...runAdopters(base, threshold(1), arm([0], { added }), { runs: 1, seed: 1 }, executeHere)]).toEqual([1]);
  });
});

describe('failures before a success are counted without a logarithm', () => {
  it.each([0.001, 0.1, 0.5, 0.97, 1])('at p = %f every count has its chance to within 2⁻³²', (p) => {
    const table = failuresTable(p);
    for (let k = 0; k < 20; k++) {
      const least = Math.floor((1 - p) ** k * 2 ** 32);
      if (least < 2 ** 32) expect(failuresOf(least, table)).toBeLessThan(k);
      if (least > 0) expect(failuresOf(least - 1, table)).toBeGreaterThanOrEqual(k);
    }
  });
});

const cases = fc.record({
  n: fc.integer({ min: 2, max: 9 }),
  arcs: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 4 })), { maxLength: 30 }),
  undirected: fc.boolean(),
  added: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 4 }),
  removed: fc.array(fc.nat(8), { maxLength: 2 }),
  seeds: fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }),
  drawnAnew: fc.boolean(),
  probability: fc.constantFrom(0, 0.01, 0.3, 0.75, 1),
  periods: fc.constantFrom(null, 1, 3, 12),
  byStrength: fc.boolean(),
  share: fc.constantFrom('drawn' as const, 'drawn' as const, 0, 0.25, 0.5, 1),
  seed: fc.nat(100),
});

/** Expected further adopters among so many who are left, when so many tried last (Reed & Frost). */
function reedFrost(left: number, trying: number, p: number): number {
  if (left === 0 || trying === 0) return 0;
  const chance = 1 - (1 - p) ** trying;
  let expected = 0;
  for (let won = 0, ways = 1; won <= left; won++) {
    const odds = ways * chance ** won * (1 - chance) ** (left - won);
    expected += odds * (won + reedFrost(left - won, won, p));
    ways = (ways * (left - won)) / (won + 1);
  }
  return expected;
}

function arcsOf({ n, in: named }: CompactGraph): [number, number][] {
  return Array.from({ length: n }, (_, v) => v).flatMap((v) =>
    [...named.targets.slice(named.offsets[v], named.offsets[v + 1])].map((w): [number, number] => [v, w]),
  );
}

function reachedBy(n: number, ways: readonly [number, number][], seed: number): number {
  const reached = new Set([seed]);
  for (let round = 0; round < n; round++) for (const [v, w] of ways) if (reached.has(v)) reached.add(w);
  return reached.size;
}

function exactCascade(of: CompactGraph, seed: number, p: number): number {
  const arcs = arcsOf(of);
  let expected = 0;
  for (let world = 0; world < 2 ** arcs.length; world++) {
    const live = arcs.filter((_, at) => (world >> at) & 1);
    expected += p ** live.length * (1 - p) ** (arcs.length - live.length) * reachedBy(of.n, live, seed);
  }
  return expected;
}

/** The mean over all ways in which every member picks one of those they name. */
function exactThreshold({ n, out }: CompactGraph, seed: number): number {
  const worlds = (v: number): [number, number][][] => {
    if (v === n) return [[]];
    const named = [...out.targets.slice(out.offsets[v], out.offsets[v + 1])];
    const rest = worlds(v + 1);
    if (named.length === 0) return rest;
    return named.flatMap((w) => rest.map((ways): [number, number][] => [[w, v], ...ways]));
  };
  return mean(worlds(0).map((ways) => reachedBy(n, ways, seed)));
}
