/**
 * What graphology-metrics 2.4.2 gets wrong without a word, on the same graph object: its figure, why it is wrong, and ours.
 *
 * Each test first shows that theirs is wrong, so that it says so when they mend it, and then holds ours to a closed form or
 * to a figure worked by hand.
 */
import Graph, { DirectedGraph, MultiDirectedGraph, UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweennessOf from 'graphology-metrics/centrality/betweenness.js';
import closenessOf from 'graphology-metrics/centrality/closeness.js';
import { degreeCentrality } from 'graphology-metrics/centrality/degree.js';
import eigenvectorOf from 'graphology-metrics/centrality/eigenvector.js';
import pagerankOf from 'graphology-metrics/centrality/pagerank.js';
import diameterOf from 'graphology-metrics/graph/diameter.js';
import { describe, expect, it } from 'vitest';
import { createRandom, type MeasureOptions, measureGraph } from '../../analysis/index.ts';

type Figures = Record<string, number>;

function ours(graph: Graph, metric: string, options: MeasureOptions = {}) {
  const { results, input } = measureGraph(graph, { ...options, metrics: [metric] });
  return { ...results[0]!, input };
}

function figures(graph: Graph, metric: string, options: MeasureOptions = {}): Figures {
  return ours(graph, metric, options).values as Figures;
}

function undirected(pairs: readonly (readonly [string | number, string | number])[], alone: readonly string[] = []) {
  const graph = new UndirectedGraph();
  for (const [v, w] of pairs) graph.mergeEdge(v, w);
  for (const v of alone) graph.mergeNode(v);
  return graph;
}

describe('numbers of shortest ways are counted without a limit', () => {
  /** A chain of squares: from end to end 2³² ways, which is 0 in 32 bits. */
  function squares(count: number) {
    return undirected(
      Array.from({ length: count }, (_, at) => [
        [`${at}`, `${at}up`] as const,
        [`${at}`, `${at}down`] as const,
        [`${at}up`, `${at + 1}`] as const,
        [`${at}down`, `${at + 1}`] as const,
      ]).flat(),
    );
  }

  it('32 squares in a chain: theirs is not finite, ours is that of the symmetry', () => {
    const graph = squares(32);
    const theirs = Object.values(betweennessOf(graph, { getEdgeWeight: null }) as Figures);
    expect(theirs.some((score) => !Number.isFinite(score))).toBe(true);
    const scores = figures(graph, 'betweenness');
    // Of each square, half of the ways take each side; turned around, the chain is the same.
    for (let at = 0; at < 32; at++) {
      expect(scores[`${at}up`]).toBeCloseTo(scores[`${at}down`]!, 12);
      expect(scores[`${at}up`]).toBeCloseTo(scores[`${31 - at}up`]!, 12);
    }
    // The joint in the middle is on every way between the 48 on either side (ordered pairs, of 97 members), and on half of
    // those between the two sides of either square that it belongs to.
    expect(scores['16']).toBeCloseTo((2 * 48 * 48 + 2) / (96 * 95), 12);
  });

  it('a grid of 25 × 25: theirs adds shares of wrapped numbers, ours adds up to the lengths of all ways', () => {
    const size = 25;
    const at = (row: number, column: number) => `${row}-${column}`;
    const lines = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size - 1 }, (_, column) => [
        [at(row, column), at(row, column + 1)] as const,
        [at(column, row), at(column + 1, row)] as const,
      ]).flat(),
    ).flat();
    const graph = undirected(lines);
    const n = size * size;
    // Every way of d steps passes d − 1 others: Σ b = Σ (d − 1) over ordered pairs ÷ (n − 1)(n − 2).
    const apart = Array.from({ length: size }, (_, v) => Array.from({ length: size }, (_, w) => Math.abs(v - w)));
    const along = apart.flat().reduce((sum, one) => sum + one, 0);
    const expected = (2 * along * n - n * (n - 1)) / ((n - 1) * (n - 2));
    const total = (scores: Figures) => Object.values(scores).reduce((sum, one) => sum + one, 0);
    expect(Math.abs(total(betweennessOf(graph, { getEdgeWeight: null }) as Figures) - expected)).toBeGreaterThan(1e-3);
    const scores = figures(graph, 'betweenness');
    expect(total(scores)).toBeCloseTo(expected, 9);
    expect(scores[at(3, 7)]).toBeCloseTo(scores[at(21, 17)]!, 12);
    expect(scores[at(3, 7)]).toBeCloseTo(scores[at(7, 3)]!, 12);
  });
});

describe('a tie to oneself and a second row are no ties', () => {
  /** d is the last, a the first: nobody is tied to d. */
  function withDoubles() {
    const graph = new MultiDirectedGraph();
    for (const v of ['a', 'b', 'c', 'd']) graph.addNode(v);
    for (const [v, w] of ['ab', 'ab', 'bc', 'bb']) graph.addEdge(v, w);
    return graph;
  }

  it('theirs follows a phantom tie from the last to the first; ours drops, collapses and counts', () => {
    const graph = withDoubles();
    const theirs = betweennessOf(graph, { getEdgeWeight: null }) as Figures;
    expect(theirs.a).toBeGreaterThan(0);
    const { values, input } = ours(graph, 'betweenness');
    expect(values).toEqual({ a: 0, b: 1 / 6, c: 0, d: 0 });
    expect(input).toMatchObject({ ties: 2, selfTiesDropped: 1, parallelTiesCollapsed: 1 });
  });

  it('theirs counts them as contacts, so that a share is above one', () => {
    const graph = withDoubles();
    expect((degreeCentrality(graph) as Figures).b).toBeGreaterThan(1);
    expect(figures(graph, 'degree')).toEqual({ a: 1, b: 2, c: 1, d: 0 });
  });
});

describe('what is iterated settles', () => {
  it('eigenvector on a path of 60: theirs gives up, ours is the sine it is known to be', () => {
    const graph = undirected(Array.from({ length: 59 }, (_, v) => [v, v + 1] as const));
    expect(() => eigenvectorOf(graph)).toThrow(/failed to converge/);
    const scores = figures(graph, 'eigenvector');
    for (let v = 0; v < 60; v++) {
      expect(scores[v]).toBeCloseTo(Math.sqrt(2 / 61) * Math.sin(((v + 1) * Math.PI) / 61), 7);
    }
  });

  it('PageRank: theirs stops at 1e-6·n, ours at the solution', () => {
    const graph = new DirectedGraph();
    for (const [v, w] of ['ba', 'ca', 'ad']) graph.mergeEdge(v, w);
    // By hand: with x(b) = x(c) = x, x(a) = x + 2αx and x(d) = x + α·x(a); what d keeps goes to all alike.
    const alpha = 0.85;
    const inX = { b: 1, c: 1, a: 1 + 2 * alpha, d: 1 + alpha * (1 + 2 * alpha) };
    const total = Object.values(inX).reduce((sum, one) => sum + one, 0);
    const theirs = pagerankOf(graph, { getEdgeWeight: null }) as Figures;
    const scores = figures(graph, 'pagerank');
    for (const [v, times] of Object.entries(inX)) expect(scores[v]).toBeCloseTo(times / total, 9);
    const error = Math.max(...Object.entries(inX).map(([v, times]) => Math.abs(theirs[v]! - times / total)));
    expect(error).toBeGreaterThan(1e-8);
  });
});

describe('strengths are what they say, or refused', () => {
  function withStrengths(of: unknown) {
    const graph = new UndirectedGraph();
    graph.mergeEdge('a', 'b', { weight: of });
    graph.mergeEdge('b', 'c', { weight: 1 });
    graph.mergeEdge('a', 'c', { weight: 5 });
    return graph;
  }

  it('a text: theirs is as if it were 1, ours refuses', () => {
    const theirs = betweennessOf(withStrengths('9')) as Figures;
    expect(theirs).toEqual(betweennessOf(withStrengths(1)) as Figures);
    expect(() => measureGraph(withStrengths('9'))).toThrow(/weight is a string; write a number/);
  });

  it('0: no distance, and said so', () => {
    const result = ours(withStrengths(0), 'betweenness', { strength: true });
    expect(result.value ?? result.reason).toBe('a strength of 0 or less has no distance');
    expect(betweennessOf(withStrengths(0))).toBeDefined();
  });

  it('missing on some: theirs is as if it were 1, ours refuses', () => {
    const graph = withStrengths(2);
    graph.mergeEdge('c', 'd');
    expect(betweennessOf(graph)).toBeDefined();
    expect(() => measureGraph(graph)).toThrow(/1 of 4 edges have no weight, which is not the same as 1/);
  });

  it('strength is not distance: unasked, theirs takes weights for lengths', () => {
    const graph = withStrengths(1);
    expect((betweennessOf(graph) as Figures).b).toBe(1);
    expect(figures(graph, 'betweenness')).toEqual({ a: 0, b: 0, c: 0 });
    // Asked, the strong tie is the short one: 1/5 against 1 + 1.
    expect(figures(graph, 'betweenness', { strength: true })).toEqual({ a: 0, b: 0, c: 0 });
  });
});

describe('small and broken networks', () => {
  it('a pair apart from all: theirs is as close as can be, ours counts whom it does not reach', () => {
    const graph = undirected([['a', 'b']], ['c', 'd', 'e', 'f']);
    expect((closenessOf(graph) as Figures).a).toBe(1);
    expect(figures(graph, 'closeness-out')).toMatchObject({ a: 1 / 5, c: 0 });
  });

  it('one member: theirs is NaN, ours a count', () => {
    const graph = undirected([], ['a']);
    expect((degreeCentrality(graph) as Figures).a).toBeNaN();
    expect(figures(graph, 'degree')).toEqual({ a: 0 });
  });

  it('two pieces: theirs is infinite, ours the largest distance there is, with the share it speaks of', () => {
    const graph = undirected([
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'e'],
    ]);
    expect(diameterOf(graph)).toBe(Number.POSITIVE_INFINITY);
    const { value, details } = ours(graph, 'diameter');
    expect(value).toBe(2);
    expect(details.reachableShare).toBeCloseTo(8 / 20, 12);
  });

  it('nobody: theirs throws, ours says why there is nothing', () => {
    const graph = new UndirectedGraph();
    expect(() => betweennessOf(graph)).toThrow();
    expect(() => pagerankOf(graph)).toThrow();
    expect(ours(graph, 'betweenness').reason).toBe('fewer than 3 members');
    expect(ours(graph, 'pagerank').values).toEqual({});
  });

  it('a star of 70,000: a core number needs no more than one step for each tie', () => {
    const graph = new UndirectedGraph();
    graph.addNode('centre');
    for (let v = 0; v < 70_000; v++) {
      graph.addNode(v);
      graph.addEdge('centre', v);
    }
    const scores = figures(graph, 'core-number');
    expect(Object.keys(scores).length).toBe(70_001);
    expect(Object.values(scores).every((core) => core === 1)).toBe(true);
  });

  it('a mixed graph: theirs answers a question that has no answer, ours refuses', () => {
    const graph = new Graph();
    graph.mergeEdge('a', 'b');
    graph.mergeUndirectedEdge('b', 'c');
    expect(closenessOf(graph)).toBeDefined();
    expect(() => measureGraph(graph)).toThrow(/the graph is mixed/);
  });
});

describe('chance is seeded', () => {
  it('communities: theirs differ from run to run unless given a stream, ours are those of the seed', () => {
    const random = createRandom(3, 'a network without circles');
    const graph = new UndirectedGraph();
    for (let v = 0; v < 60; v++) graph.addNode(v);
    for (let v = 0; v < 60; v++) for (let w = 0; w < v; w++) if (random.next() < 0.08) graph.addEdge(v, w);
    const theirs = new Set(Array.from({ length: 20 }, () => JSON.stringify(louvain(graph))));
    expect(theirs.size).toBeGreaterThan(1);
    const first = ours(graph, 'communities');
    expect(ours(graph.copy() as Graph, 'communities')).toEqual(first);
    expect(first.seed).toBe(1);
  });
});
