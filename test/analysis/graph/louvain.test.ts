import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import library from 'graphology-communities-louvain';
import { describe, expect, it } from 'vitest';
import { type CompactGraph, compact, forEachTie, unionOf } from '../../../analysis/graph/compact.ts';
import { louvain } from '../../../analysis/graph/louvain.ts';
import { adjustedRand } from '../../../analysis/inference/adjusted-rand.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { DATASETS, datasetsPresent, needsDatasets, readDataset } from '../../support/datasets.ts';
import { graphOf, networks } from './random-graphs.ts';

const RUNS = 20;

/** Newman's modularity, pair by pair. */
function modularityTwin(graph: CompactGraph, circles: Int32Array, weights: Float64Array | null): number {
  const { n, out } = graph;
  const ends = new Float64Array(n);
  const parts = new Map<number, { within: number; ends: number }>();
  let total = 0;
  for (let v = 0; v < n; v++) {
    const part = parts.get(circles[v]!) ?? { within: 0, ends: 0 };
    parts.set(circles[v]!, part);
    for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++) {
      const weight = weights?.[at] ?? 1;
      total += weight;
      ends[v]! += weight;
      if (circles[out.targets[at]!] === circles[v]) part.within += weight;
    }
    part.ends += ends[v]!;
  }
  return [...parts.values()].reduce((sum, part) => sum + part.within / total - (part.ends / total) ** 2, 0);
}

/** The best division of all: every way to put members into circles. */
function bestOfAll(graph: CompactGraph, weights: Float64Array | null): number {
  const circles = new Int32Array(graph.n);
  let best = Number.NEGATIVE_INFINITY;
  const put = (v: number, used: number): void => {
    if (v === graph.n) {
      best = Math.max(best, modularityTwin(graph, circles, weights));
      return;
    }
    for (let circle = 0; circle <= used; circle++) {
      circles[v] = circle;
      put(v + 1, Math.max(used, circle + 1));
    }
  };
  put(0, 0);
  return best;
}

function bestRun(graph: CompactGraph, weights: Float64Array | null): { circles: Int32Array; quality: number } {
  const random = createRandom(1, 'louvain');
  const runs = Array.from({ length: RUNS }, () => {
    const circles = louvain(graph.n, graph.out, weights, random);
    return { circles, quality: modularityTwin(graph, circles, weights) };
  });
  return runs.reduce((high, run) => (run.quality > high.quality ? run : high));
}

function bestOfLibrary(graph: CompactGraph): number {
  const held = new UndirectedGraph();
  for (let v = 0; v < graph.n; v++) held.addNode(String(v));
  forEachTie(graph, (v, w) => held.addEdge(String(v), String(w)));
  const rng = createRandom(1, 'library').next;
  const runs = Array.from({ length: RUNS }, () => {
    const found = library(held, { getEdgeWeight: null, rng, resolution: 1, randomWalk: true, fastLocalMoves: true });
    const circles = Int32Array.from({ length: graph.n }, (_, v) => found[String(v)]!);
    return modularityTwin(graph, circles, null);
  });
  return Math.max(...runs);
}

function planted(n: number, circles: number, within: number, between: number): CompactGraph {
  const random = createRandom(5, 'planted');
  const tied = (v: number, w: number) => random.next() < (v % circles === w % circles ? within : between);
  const strengths = Array.from({ length: n }, (_, v) =>
    Array.from({ length: n }, (_, w) => (v < w && tied(v, w) ? 1 : 0)),
  );
  return unionOf(graphOf(strengths));
}

describe('Louvain finds good divisions', () => {
  it('the best of all, or nearly, where all can be tried', () => {
    fc.assert(
      fc.property(
        networks.filter((strengths) => strengths.length <= 7),
        (strengths) => {
          const union = unionOf(graphOf(strengths));
          fc.pre(union.m > 0);
          for (const weights of [null, union.out.strengths]) {
            const { quality } = bestRun(union, weights);
            const best = bestOfAll(union, weights);
            expect(quality).toBeLessThanOrEqual(best + 1e-12);
            expect(quality).toBeGreaterThan(best - 0.05);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('planted circles, as they were planted', () => {
    const graph = planted(200, 5, 0.4, 0.02);
    const truth = Int32Array.from({ length: 200 }, (_, v) => v % 5);
    expect(adjustedRand(bestRun(graph, null).circles, truth)).toBe(1);
  });

  it('the same for the same seed; circles numbered in the order of their first members', () => {
    const graph = planted(120, 6, 0.2, 0.05);
    const run = () => louvain(graph.n, graph.out, null, createRandom(3, 'twice'));
    expect(run()).toEqual(run());
    let next = 0;
    for (const circle of run()) {
      expect(circle).toBeLessThanOrEqual(next);
      if (circle === next) next++;
    }
  });
});

describe.skipIf(!datasetsPresent)(needsDatasets('no worse than the library, best of 20 on real networks'), () => {
  for (const dataset of datasetsPresent ? DATASETS : []) {
    it(dataset, () => {
      const graph = unionOf(compact(readDataset(dataset)));
      expect(bestRun(graph, null).quality).toBeGreaterThanOrEqual(bestOfLibrary(graph) - 1e-12);
    });
  }
});
