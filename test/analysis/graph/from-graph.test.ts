import fc from 'fast-check';
import Graph, { DirectedGraph, MultiDirectedGraph, MultiUndirectedGraph, UndirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { compactedGraph, compactGraph, forEachTie, measure, measureGraph, toGraph } from '../../../analysis/index.ts';
import { grouped, network } from '../metrics/small-networks.ts';

const METRICS = ['density', 'reciprocity', 'degree', 'strength', 'betweenness', 'transitivity'];

describe('a graph that somebody holds is measured as the records that it stands for', () => {
  it.each([false, true])('there and back (undirected: %s): the same adjacency and figures', (undirected) => {
    const records = grouped(network('a>b=2 b>a=1 b>c=0.5 c>constructor=3 d'), { a: 'x', b: 'x', c: 'y' });
    const graph = toGraph(records, { undirected });
    expect(compactGraph(graph)).toEqual(compactGraph(toGraph(records, { undirected })));
    const options = { metrics: METRICS, strength: true, groupBy: 'group', undirected };
    const there = measure(records, options);
    const back = measureGraph(graph, { ...options, undirected: undirected || undefined });
    expect(back.results.map(({ value, values }) => ({ value, values }))).toEqual(
      there.results.map(({ value, values }) => ({ value, values })),
    );
    expect(back.input.groups).toEqual(there.input.groups);
  });

  it('any graph: the adjacency is what a matrix says, with self-ties and parallel ties counted', () => {
    const edges = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 3 })), { maxLength: 15 });
    fc.assert(
      fc.property(edges, fc.boolean(), (list, undirected) => {
        const graph = undirected ? new MultiUndirectedGraph() : new MultiDirectedGraph();
        // Added from the last: positions and keys are in opposite order.
        for (const node of [4, 3, 2, 1, 0]) graph.addNode(`n${node}`);
        const sums = new Map<string, number>();
        let selfTies = 0;
        for (const [from, to, weight] of list) {
          graph.addEdge(`n${from}`, `n${to}`, { weight });
          if (from === to) selfTies++;
          else {
            const ends = undirected ? [Math.min(from, to), Math.max(from, to)] : [from, to];
            sums.set(ends.join('>'), (sums.get(ends.join('>')) ?? 0) + weight);
          }
        }
        const compacted = compactedGraph(graph);
        const found = new Map<string, number>();
        forEachTie(compacted.graph, (from, to, strength) => found.set(`${from}>${to}`, strength));
        expect(new Map([...found].sort())).toEqual(new Map([...sums].sort()));
        expect(compacted.graph.ids).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
        expect(compacted.selfTiesDropped).toBe(selfTies);
        expect(compacted.parallelTiesCollapsed).toBe(list.length - selfTies - sums.size);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('a graph is compacted once, and anew when it has changed', () => {
  const changes: [string, (graph: DirectedGraph) => void][] = [
    ['a node is added', (graph) => graph.addNode('z')],
    ['an edge is added', (graph) => graph.addEdge('c', 'a', { weight: 1 })],
    ['an edge is dropped', (graph) => graph.dropEdge('a', 'b')],
    ['a node is dropped', (graph) => graph.dropNode('a')],
    ['edges are cleared', (graph) => graph.clearEdges()],
    ['all is cleared', (graph) => graph.clear()],
    ['a strength is set', (graph) => graph.setEdgeAttribute('a', 'b', 'weight', 9)],
    ['all strengths are set', (graph) => graph.updateEachEdgeAttributes(() => ({ weight: 9 }))],
    ['it is imported into', (graph) => graph.import({ nodes: [{ key: 'y' }] }, true)],
  ];

  it.each(changes)('%s', (_, change) => {
    const graph = new DirectedGraph();
    for (const node of 'abc') graph.addNode(node);
    graph.addEdge('a', 'b', { weight: 1 });
    graph.addEdge('b', 'c', { weight: 2 });
    const before = compactGraph(graph);
    expect(compactGraph(graph)).toBe(before);
    change(graph);
    expect(compactGraph(graph)).not.toEqual(before);
    expect(compactGraph(graph)).toEqual(compactGraph(graph.copy() as DirectedGraph));
  });

  it('an attribute that groups members is set', () => {
    const graph = new UndirectedGraph();
    graph.addNode('a', { region: 'North' });
    expect(measureGraph(graph, { metrics: ['density'], groupBy: 'region' }).input.groups).toEqual(['North']);
    graph.setNodeAttribute('a', 'region', 'South');
    expect(measureGraph(graph, { metrics: ['density'], groupBy: 'region' }).input.groups).toEqual(['South']);
  });

  it('somebody takes all listeners away, and then changes it', () => {
    const graph = new DirectedGraph();
    graph.addNode('a');
    const before = compactGraph(graph);
    graph.removeAllListeners();
    graph.addNode('b');
    expect(compactGraph(graph).n).toBe(before.n + 1);
  });
});

describe('what a graph cannot carry is refused with words', () => {
  function weighted(...weights: unknown[]): DirectedGraph {
    const graph = new DirectedGraph();
    for (const [at, weight] of weights.entries()) {
      graph.mergeNode(`n${at}`);
      graph.mergeNode(`n${at + 1}`);
      graph.addEdge(`n${at}`, `n${at + 1}`, weight === undefined ? {} : { weight });
    }
    return graph;
  }

  it.each<[string, () => unknown, string]>([
    ['a mixed graph', () => compactGraph(new Graph()), 'DirectedGraph'],
    ['a text', () => compactGraph(weighted('3')), 'is a string'],
    ['NaN', () => compactGraph(weighted(Number.NaN)), 'not a finite number'],
    ['infinity', () => compactGraph(weighted(Number.POSITIVE_INFINITY)), 'not a finite number'],
    ['some without', () => compactGraph(weighted(1, undefined)), '1 of 2 edges have no weight'],
    ['an attribute that no edge has', () => compactGraph(weighted(1), { strengthAttribute: 'wieght' }), 'no edge has'],
    ['directions asked of none', () => measureGraph(new UndirectedGraph(), { directed: true }), 'no directions'],
    ['an unknown option', () => measureGraph(new DirectedGraph(), { metric: 'x' } as object), 'unknown option'],
  ])('%s', (_, act, words) => {
    expect(act).toThrow(words);
  });

  it('and strengths that are not asked for do not matter', () => {
    expect(compactGraph(weighted('3', undefined), { strengthAttribute: null }).m).toBe(2);
  });
});
