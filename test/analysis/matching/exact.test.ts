import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/inference/random.ts';
import { assign } from '../../../analysis/matching/assignment.ts';
import { bestPairs } from '../../../analysis/matching/best-pairs.ts';

/** All assignments tried: the greatest total. */
function mostByTrying(weights: number[][], capacities: number[], row = 0): number {
  if (row === weights.length) return 0;
  let best = mostByTrying(weights, capacities, row + 1);
  for (const [column, weight] of weights[row]!.entries()) {
    if (weight < 0 || capacities[column] === 0) continue;
    const left = capacities.map((capacity, at) => (at === column ? capacity - 1 : capacity));
    best = Math.max(best, weight + mostByTrying(weights, left, row + 1));
  }
  return best;
}

/** All sets of pairs tried. */
function mostPairsByTrying(weight: (a: number, b: number) => number, free: number[]): number {
  const [first, ...rest] = free;
  if (first === undefined) return 0;
  let best = mostPairsByTrying(weight, rest);
  for (const other of rest) {
    if (weight(first, other) <= 0) continue;
    const left = rest.filter((member) => member !== other);
    best = Math.max(best, weight(first, other) + mostPairsByTrying(weight, left));
  }
  return best;
}

function symmetric(n: number, draw: (a: number, b: number) => number): Float64Array {
  const weights = new Float64Array(n * n);
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) weights[a * n + b] = weights[b * n + a] = draw(a, b);
  return weights;
}

describe('Law: what is called best is best: as good as trying all, and proved by its prices', () => {
  it('assignments with capacities, some pairs ruled out', () => {
    const problem = fc
      .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 4 }) })
      .chain(({ rows, columns }) =>
        fc.record({
          weights: fc.array(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          }),
          capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
        }),
      );
    fc.assert(
      fc.property(problem, ({ weights, capacities }) => {
        const { columnOf, total, bound } = assign(Float64Array.from(weights.flat()), weights.length, capacities);
        expect(total).toBe(mostByTrying(weights, capacities));
        expect(bound).toBe(total);
        for (const [column, capacity] of capacities.entries()) {
          expect(columnOf.filter((of) => of === column).length).toBeLessThanOrEqual(capacity);
        }
        for (const [row, column] of columnOf.entries())
          if (column >= 0) expect(weights[row]![column]).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });

  it('pairs in any graph, odd rings within odd rings included', () => {
    const problem = fc
      .integer({ min: 1, max: 8 })
      .chain((n) =>
        fc.tuple(fc.constant(n), fc.array(fc.integer({ min: -3, max: 8 }), { minLength: n * n, maxLength: n * n })),
      );
    fc.assert(
      fc.property(problem, ([n, drawn]) => {
        const weights = symmetric(n, (a, b) => drawn[a * n + b]!);
        const { partnerOf, total, bound } = bestPairs(weights, n);
        const members = Array.from({ length: n }, (_, at) => at);
        expect(total).toBe(mostPairsByTrying((a, b) => weights[a * n + b]!, members));
        expect(bound).toBe(total);
        for (const [member, partner] of partnerOf.entries()) {
          if (partner < 0) continue;
          expect(partnerOf[partner]).toBe(member);
          expect(weights[member * n + partner]).toBeGreaterThan(0);
        }
      }),
      { numRuns: 3_000, seed: 5 },
    );
  });

  it.each([
    ['few weights, so that much is equal', 4],
    ['many weights', 1000],
  ])('at the size of real networks the prices still prove it: %s', (_what, most) => {
    const random = createRandom(1, `exact/${most}`);
    const n = 301;
    const weights = symmetric(n, () => random.below(most + 1));
    const pairs = bestPairs(weights, n);
    expect(pairs.bound).toBe(pairs.total);
    const table = Float64Array.from({ length: 300 * 100 }, () => random.below(most + 1) - 1);
    const assigned = assign(
      table,
      300,
      Array.from({ length: 100 }, () => 2),
    );
    expect(assigned.bound).toBe(assigned.total);
  });
});
