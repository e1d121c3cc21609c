import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../analysis/inference/benjamini-hochberg.ts';
import { tiesWithinShuffled } from '../../../analysis/inference/label-permutations.ts';
import { permutationP } from '../../../analysis/inference/permutation-test.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { executeHere } from '../../../analysis/kernels/execute.ts';
import { fromTies, resultOf, tie } from '../metrics/small-networks.ts';

describe('chance is seeded, split into streams, and fair', () => {
  it('gives the same numbers for the same seed and stream, and others for any other', () => {
    const draw = (seed: number, stream: string) => {
      const random = createRandom(seed, stream);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
    // Written down, so that another machine or a later version that draws differently is noticed.
    expect(draw(1, 'a').map((one) => Math.floor(one * 1000))).toMatchInlineSnapshot(`
      [
        487,
        690,
        197,
        161,
        775,
      ]
    `);
  });

  it('draws evenly: twenty cells of 100,000 draws, chi-squared below what chance exceeds once in 10,000', () => {
    const random = createRandom(7, 'even');
    const cells = new Array<number>(20).fill(0);
    for (let draw = 0; draw < 100_000; draw++) cells[random.below(20)]!++;
    const chiSquared = cells.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    expect(chiSquared).toBeLessThan(50.8);
  });

  it('shuffles to every order equally often', () => {
    const random = createRandom(3, 'orders');
    const counts = new Map<string, number>();
    for (let round = 0; round < 24_000; round++) {
      const items = Int32Array.from([0, 1, 2, 3]);
      random.shuffle(items);
      counts.set(items.join(), (counts.get(items.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(57);
  });
});

describe('the permutation test counts what chance does', () => {
  it('agrees with all labellings of a small network, counted one by one', () => {
    const records = fromTies(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      ['ab', 'ba', 'bc', 'ac', 'de', 'ef', 'fd', 'cd'].map((pair) => tie(pair[0]!, pair[1]!)),
      (id) => ({ group: 'abc'.includes(id) ? 'x' : 'y' }),
    );
    const exact = exactP(records.ties.map(({ from, to }) => [from, to]));
    const { details } = resultOf(records, 'e-i-index', { groupBy: 'group', permutations: 40_000 });
    expect(details.p as number).toBeCloseTo(exact, 2);
  });

  it('is never 0, and is 1 where no labelling differs', () => {
    expect(permutationP(3, 3, new Float64Array(99).fill(3))).toBe(1);
    expect(permutationP(9, 0, new Float64Array(99))).toBe(1 / 100);
  });

  it('shuffles the first and the others apart: run by run as two shuffles by one stream', () => {
    const labels = Int32Array.from([0, 0, 1, 1, 2, 0, 1, 2, 2, 2]);
    const from = Int32Array.from([0, 1, 2, 3, 4, 5, 0, 6]);
    const to = Int32Array.from([1, 2, 3, 4, 5, 6, 9, 7]);
    for (const first of [0, 1, 4, 9, 10]) {
      for (const weights of [null, Float64Array.from(from, (v) => v + 1)]) {
        const of = { labels, groups: 3, first, from, to, weights, permutations: 40, seed: 3, stream: 'apart' };
        const twin = Float64Array.from({ length: 40 }, (_, run) => {
          const [others, known] = [labels.slice(first), labels.slice(0, first)];
          const random = createRandom(3, 'apart', run);
          random.shuffle(others);
          random.shuffle(known);
          const shuffled = [...known, ...others];
          return from.reduce((sum, v, at) => sum + (shuffled[v] === shuffled[to[at]!] ? (weights?.[at] ?? 1) : 0), 0);
        });
        expect(tiesWithinShuffled(of, executeHere)).toEqual(twin);
      }
    }
  });
});

describe('testing many things at once is paid for', () => {
  it('adjusts as Benjamini and Hochberg do, worked by hand', () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005]);
    for (const [at, p] of [0.02, 0.04, 0.04, 0.02].entries()) expect(adjusted[at]).toBeCloseTo(p, 12);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it('never lowers a p-value, keeps their order, and stays at most 1', () => {
    const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(pValues, (given) => {
        const adjusted = benjaminiHochberg(given);
        for (const [at, p] of given.entries()) {
          expect(adjusted[at]).toBeGreaterThanOrEqual(p - 1e-15);
          expect(adjusted[at]).toBeLessThanOrEqual(1);
          for (const [other, q] of given.entries())
            if (p < q) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[other]!);
        }
      }),
    );
  });
});

/** All ways to put three of six members into the first group. */
function exactP(arcs: [string, string][]): number {
  const within = (first: string) => arcs.filter(([a, b]) => first.includes(a) === first.includes(b)).length;
  const letters = [...'abcdef'];
  const groups = letters.flatMap((a, i) =>
    letters.slice(i + 1).flatMap((b, j) => letters.slice(i + j + 2).map((c) => a + b + c)),
  );
  const counts = groups.map(within);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const observed = Math.abs(within('abc') - mean);
  return counts.filter((count) => Math.abs(count - mean) >= observed - 1e-9).length / counts.length;
}
