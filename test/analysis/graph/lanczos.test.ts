import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompactGraph, unionOf } from '../../../analysis/graph/compact.ts';
import { dominantEigenvector } from '../../../analysis/graph/lanczos.ts';
import { dominantComponent } from '../../../analysis/graph/spectrum.ts';
import { graphOf, networks, sumOf } from './random-graphs.ts';

function undirected(n: number, pairs: [number, number][]): CompactGraph {
  const strengths = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const [v, w] of pairs) strengths[v]![w] = 1;
  return unionOf(graphOf(strengths));
}

/** The longest that A·x − λ·x is, as a share of λ. */
function missing({ n, out }: CompactGraph, weights: Float64Array | null, vector: Float64Array, value: number): number {
  let most = 0;
  for (let v = 0; v < n; v++) {
    let sum = 0;
    for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++) {
      sum += (weights?.[at] ?? 1) * vector[out.targets[at]!]!;
    }
    most = Math.max(most, Math.abs(sum - value * vector[v]!));
  }
  return most / value;
}

/** The largest eigenvalue by multiplying again and again by A + I: slow, and obvious. */
function largestTwin({ n, out }: CompactGraph, weights: Float64Array | null): number {
  let vector = new Float64Array(n).fill(1);
  let length = 0;
  for (let step = 0; step < 3000; step++) {
    const next = vector.slice();
    for (let v = 0; v < n; v++) {
      for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++) {
        next[v]! += (weights?.[at] ?? 1) * vector[out.targets[at]!]!;
      }
    }
    length = Math.hypot(...next);
    vector = next.map((entry) => entry / length);
  }
  return length - 1;
}

describe('the dominant eigenvector is one, of length 1, nowhere below 0, and its eigenvalue the largest', () => {
  it('on random networks in pieces, with and without strengths', () => {
    fc.assert(
      fc.property(networks, (strengths) => {
        const union = unionOf(graphOf(strengths));
        for (const weights of [null, union.out.strengths]) {
          const found = dominantComponent(union, weights);
          if (union.m === 0) {
            expect(found).toBe(null);
            continue;
          }
          const { vector, eigenvalue } = found!;
          expect(Math.min(...vector)).toBeGreaterThanOrEqual(0);
          expect(sumOf(vector.map((entry) => entry * entry))).toBeCloseTo(1, 12);
          expect(missing(union, weights, vector, eigenvalue)).toBeLessThan(1e-12);
          expect(eigenvalue / largestTwin(union, weights)).toBeCloseTo(1, 5);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a path of 60 and one of 400: 2·cos(π/(n + 1)), sines', () => {
    for (const n of [60, 400]) {
      const path = undirected(
        n,
        Array.from({ length: n - 1 }, (_, v) => [v, v + 1]),
      );
      const { vector, eigenvalue } = dominantEigenvector(path.out, null)!;
      expect(eigenvalue).toBeCloseTo(2 * Math.cos(Math.PI / (n + 1)), 12);
      const scale = Math.sqrt(2 / (n + 1));
      for (const [v, entry] of vector.entries()) {
        expect(entry).toBeCloseTo(scale * Math.sin((Math.PI * (v + 1)) / (n + 1)), 8);
      }
    }
  });

  it('a star: √(n − 1), half the square in the middle', () => {
    const n = 50;
    const star = undirected(
      n,
      Array.from({ length: n - 1 }, (_, leaf) => [0, leaf + 1]),
    );
    const { vector, eigenvalue } = dominantEigenvector(star.out, null)!;
    expect(eigenvalue).toBeCloseTo(7, 12);
    expect(vector[0]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('counts components that have the same eigenvalue, and leaves small ones beside a large one', () => {
    const pairs: [number, number][] = [
      [0, 1],
      [2, 3],
      [3, 4],
      [4, 2],
      [5, 6],
      [6, 7],
      [7, 5],
    ];
    const found = dominantComponent(undirected(9, pairs), null)!;
    expect(found.eigenvalue).toBeCloseTo(2, 12);
    expect([found.rivals, found.outside]).toEqual([1, 6]);
    expect([...found.vector.slice(2, 5)].map((entry) => entry * Math.sqrt(3))).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
    ]);
  });
});
