import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompactGraph, unionOf } from '../../../analysis/graph/compact.ts';
import { katzScores, pageRank } from '../../../analysis/graph/ways.ts';
import { distance, graphOf, networks, type Strengths, sumOf } from './random-graphs.ts';

/** The random surfer, step by step, who starts anywhere when nobody is named. */
function pageRankTwin(strengths: Strengths): number[] {
  const n = strengths.length;
  let rank = strengths.map(() => 1 / n);
  for (let step = 0; step < 400; step++) {
    const next = strengths.map(() => 0.15 / n);
    for (const [v, row] of strengths.entries()) {
      const total = sumOf(row);
      for (const w of row.keys()) next[w]! += 0.85 * rank[v]! * (total === 0 ? 1 / n : row[w]! / total);
    }
    rank = next;
  }
  return rank;
}

function katzTwin(strengths: Strengths, attenuation: number): number[] {
  let scores = strengths.map(() => 1);
  for (let step = 0; step < 400; step++) {
    scores = scores.map((_, w) => 1 + attenuation * sumOf(strengths.map((row, v) => row[w]! * scores[v]!)));
  }
  return scores;
}

const unweighted = (strengths: Strengths) => strengths.map((row) => row.map((strength) => (strength > 0 ? 1 : 0)));

describe('what arrives over all ways is what arrives step by step', () => {
  it('PageRank, with and without strengths', () => {
    fc.assert(
      fc.property(networks, (strengths) => {
        expect(distance(pageRank(graphOf(strengths), true), pageRankTwin(strengths))).toBeLessThan(1e-11);
        expect(distance(pageRank(graphOf(strengths), false), pageRankTwin(unweighted(strengths)))).toBeLessThan(1e-11);
      }),
    );
  });

  it('Katz, with and without strengths', () => {
    fc.assert(
      fc.property(networks, (strengths) => {
        const n = strengths.length;
        // Below 1 ÷ the largest eigenvalue, which is below the largest sum of a row of the union.
        const [weighted, plain] = [0.5 / (10 * n), 0.5 / (2 * n)];
        expect(distance(katzScores(graphOf(strengths), weighted, true), katzTwin(strengths, weighted))).toBeLessThan(
          1e-12,
        );
        const twin = katzTwin(unweighted(strengths), plain);
        expect(distance(katzScores(graphOf(strengths), plain, false), twin)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('PageRank of networks that settle slowly or swing', () => {
  const linked = (n: number, arcs: [number, number][]): CompactGraph => {
    const strengths = Array.from({ length: n }, () => new Array<number>(n).fill(0));
    for (const [v, w] of arcs) strengths[v]![w] = 1;
    return graphOf(strengths);
  };

  it('a star in which all name the middle: worked by hand', () => {
    const n = 400;
    const star = linked(
      n,
      Array.from({ length: n - 1 }, (_, leaf) => [leaf + 1, 0]),
    );
    const middle = 1 + 0.85 * (n - 1);
    expect(pageRank(star, false)[0]).toBeCloseTo(middle / (middle + n - 1), 13);
    const whole = pageRank(unionOf(star), false);
    // In a star of pairs the leaves are alike, and the middle has 0.15/n + 0.85 of all that the leaves have.
    expect(whole[0]).toBeCloseTo(0.15 / n + 0.85 * (1 - whole[0]!), 13);
  });

  it('a long ring: all alike', () => {
    const n = 300;
    const ring = linked(
      n,
      Array.from({ length: n }, (_, v) => [v, (v + 1) % n]),
    );
    for (const rank of pageRank(ring, false)) expect(rank * n).toBeCloseTo(1, 11);
  });
});
