import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweennessByPairs } from '../../../analysis/graph/betweenness.ts';
import { type CompactGraph, fromArcs, unionOf } from '../../../analysis/graph/compact.ts';
import { sizesDescending, strongComponents, weakComponents } from '../../../analysis/graph/components.ts';
import { coreNumbers } from '../../../analysis/graph/cores.ts';
import { cutsOf } from '../../../analysis/graph/cuts.ts';
import { distanceSums } from '../../../analysis/graph/distances.ts';
import { trianglesOf } from '../../../analysis/graph/triangles.ts';
import { executeHere } from '../../../analysis/kernels/execute.ts';

/** A matrix of who names whom: slow to compute on, and obvious. */
const matrices = fc
  .integer({ min: 1, max: 8 })
  .chain((n) => fc.array(fc.array(fc.boolean(), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
  .map((rows) => rows.map((row, v) => row.map((tied, w) => tied && v !== w)));

function graphOf(matrix: boolean[][]): CompactGraph {
  const arcs = { from: [] as number[], to: [] as number[], strength: [] as number[] };
  for (const [v, row] of matrix.entries()) {
    for (const [w, tied] of row.entries()) {
      if (!tied) continue;
      arcs.from.push(v);
      arcs.to.push(w);
      arcs.strength.push(1);
    }
  }
  return fromArcs(
    matrix.map((_, v) => `m${v}`),
    arcs,
  );
}

const either = (matrix: boolean[][]) => matrix.map((row, v) => row.map((tied, w) => tied || matrix[w]![v]!));

/** Floyd and Warshall. */
function distancesOf(matrix: boolean[][]): number[][] {
  const d = matrix.map((row, v) => row.map((tied, w) => (v === w ? 0 : tied ? 1 : Number.POSITIVE_INFINITY)));
  for (const k of d.keys()) {
    for (const i of d.keys()) for (const j of d.keys()) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  }
  return d;
}

/** Counts shortest ways by walking them all. */
function countWays(matrix: boolean[][], d: number[][], from: number, to: number): number {
  if (from === to) return 1;
  let ways = 0;
  for (const [next, tied] of matrix[from]!.entries()) {
    if (tied && d[next]![to]! === d[from]![to]! - 1) ways += countWays(matrix, d, next, to);
  }
  return ways;
}

function betweennessTwin(matrix: boolean[][]): number[] {
  const d = distancesOf(matrix);
  return matrix.map((_, v) => {
    let sum = 0;
    for (const s of matrix.keys()) {
      for (const t of matrix.keys()) {
        if (s === t || s === v || t === v || d[s]![t] === Number.POSITIVE_INFINITY) continue;
        if (d[s]![v]! + d[v]![t]! !== d[s]![t]) continue;
        sum += (countWays(matrix, d, s, v) * countWays(matrix, d, v, t)) / countWays(matrix, d, s, t);
      }
    }
    return sum;
  });
}

function countPieces(matrix: boolean[][], without: (v: number, w: number) => boolean = () => false, gone = -1): number {
  const d = distancesOf(
    either(matrix).map((row, v) => row.map((tied, w) => tied && !without(v, w) && v !== gone && w !== gone)),
  );
  const firsts = d.map((row) => row.findIndex((steps) => steps < Number.POSITIVE_INFINITY));
  return new Set(firsts.filter((_, v) => v !== gone)).size;
}

describe('each fast algorithm has a slow and obvious twin that agrees with it', () => {
  it('betweenness: all shortest ways, walked', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const ours = betweennessByPairs(graphOf(matrix), executeHere);
        for (const [v, score] of betweennessTwin(matrix).entries()) expect(ours[v]).toBeCloseTo(score, 9);
      }),
    );
  });

  it('betweenness with lengths of 1 is betweenness', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const graph = graphOf(matrix);
        const bySteps = betweennessByPairs(graph, executeHere);
        const ones = new Float64Array(graph.m).fill(1);
        const byLengths = betweennessByPairs(graph, executeHere, ones);
        for (const [v, score] of bySteps.entries()) expect(byLengths[v]).toBeCloseTo(score, 9);
      }),
    );
  });

  it('distances, by steps and by lengths: Floyd and Warshall', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const graph = graphOf(matrix);
        const d = distancesOf(matrix).map((row, v) => row.filter((steps, w) => w !== v && Number.isFinite(steps)));
        for (const lengths of [null, new Float64Array(graph.m).fill(1)]) {
          const sums = distanceSums(graph, 'out', executeHere, lengths);
          expect([...sums.reached]).toEqual(d.map((row) => row.length));
          expect([...sums.total]).toEqual(d.map((row) => row.reduce((sum, steps) => sum + steps, 0)));
          expect(sums.longest).toBe(Math.max(0, ...d.flat()));
          for (const [v, row] of d.entries()) {
            expect(sums.harmonic[v]).toBeCloseTo(
              row.reduce((sum, steps) => sum + 1 / steps, 0),
              9,
            );
          }
        }
      }),
    );
  });

  it('cut-points and bridges: take each away and count the pieces', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const pieces = countPieces(matrix);
        const { points, bridges } = cutsOf(matrix.length, unionOf(graphOf(matrix)).out);
        const isAlone = (v: number) => !either(matrix)[v]!.some(Boolean);
        const expectedPoints = matrix.map((_, v) =>
          Number(countPieces(matrix, undefined, v) > pieces - (isAlone(v) ? 1 : 0)),
        );
        expect([...points]).toEqual(expectedPoints);
        const pairs = matrix
          .flatMap((row, v) => row.map((_, w) => [v, w] as const))
          .filter(([v, w]) => v < w && either(matrix)[v]![w]);
        const cutting = pairs.filter(
          ([a, b]) => countPieces(matrix, (v, w) => (v === a && w === b) || (v === b && w === a)) > pieces,
        );
        expect(bridges).toEqual(cutting);
      }),
    );
  });

  it('components: who reaches whom', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const graph = graphOf(matrix);
        const d = distancesOf(matrix);
        const together = strongComponents(graph.n, graph.out);
        for (const v of matrix.keys()) {
          for (const w of matrix.keys()) {
            expect(together[v] === together[w]).toBe(Number.isFinite(d[v]![w]!) && Number.isFinite(d[w]![v]!));
          }
        }
        expect(sizesDescending(weakComponents(graph.n, unionOf(graph).out)).length).toBe(countPieces(matrix));
      }),
    );
  });

  it('triangles: all sets of three', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const tied = either(matrix);
        const n = matrix.length;
        const expected = new Array<number>(n).fill(0);
        for (let a = 0; a < n; a++) {
          for (let b = 0; b < a; b++) {
            for (let c = 0; c < b; c++) {
              if (!tied[a]![b] || !tied[b]![c] || !tied[a]![c]) continue;
              for (const v of [a, b, c]) expected[v]!++;
            }
          }
        }
        expect([...trianglesOf(n, unionOf(graphOf(matrix)).out)]).toEqual(expected);
      }),
    );
  });

  it('core numbers: peel again and again', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const tied = either(matrix);
        const expected = matrix.map(() => 0);
        for (let k = 1; k < matrix.length; k++) {
          let inside = [...matrix.keys()];
          for (let before = -1; before !== inside.length; ) {
            before = inside.length;
            inside = inside.filter((v) => inside.filter((w) => tied[v]![w]).length >= k);
          }
          for (const v of inside) expected[v] = k;
        }
        expect([...coreNumbers(matrix.length, unionOf(graphOf(matrix)).out)]).toEqual(expected);
      }),
    );
  });

  it('the union: a pair is tied if either names the other, and strengths add', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const union = unionOf(graphOf(matrix));
        const rows = matrix.map((row, v) => row.flatMap((_, w) => (either(matrix)[v]![w] ? [w] : [])));
        for (const [v, row] of rows.entries()) {
          const [begin, end] = [union.out.offsets[v]!, union.out.offsets[v + 1]!];
          expect([...union.out.targets.subarray(begin, end)]).toEqual(row);
          expect([...union.out.strengths.subarray(begin, end)]).toEqual(
            row.map((w) => Number(matrix[v]![w]) + Number(matrix[w]![v])),
          );
        }
      }),
    );
  });
});

describe('paths are counted without overflow', () => {
  it('a 25 × 25 grid has more than 2³² shortest ways between its corners; its centre is symmetric and finite', () => {
    const side = 25;
    const arcs = { from: [] as number[], to: [] as number[], strength: [] as number[] };
    const both = (v: number, w: number) => {
      arcs.from.push(v, w);
      arcs.to.push(w, v);
      arcs.strength.push(1, 1);
    };
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const v = row * side + column;
        if (column + 1 < side) both(v, v + 1);
        if (row + 1 < side) both(v, v + side);
      }
    }
    const ids = Array.from({ length: side * side }, (_, v) => `m${v}`);
    const score = betweennessByPairs(fromArcs(ids, arcs), executeHere);
    for (const one of score) expect(Number.isFinite(one)).toBe(true);
    // The grid is the same when turned: four corners, four middles of sides, are alike.
    expect(score[0]).toBeCloseTo(score[side * side - 1]!, 6);
    expect(score[Math.floor(side / 2)]).toBeCloseTo(score[side * Math.floor(side / 2)]!, 4);
    // Every ordered pair at distance d has d − 1 members between its ends, whatever the number of ways.
    let between = 0;
    for (let steps = 1; steps < 2 * side; steps++) {
      for (let dx = 0; dx <= steps; dx++) {
        const dy = steps - dx;
        if (dx >= side || dy >= side) continue;
        const mirrored = (dx > 0 ? 2 : 1) * (dy > 0 ? 2 : 1);
        between += (side - dx) * (side - dy) * mirrored * (steps - 1);
      }
    }
    expect(score.reduce((sum, one) => sum + one, 0) / between).toBeCloseTo(1, 10);
  });
});
