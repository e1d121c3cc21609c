import { describe, expect, it } from 'vitest';
import { compact, memberId, nodeKey, toGraph } from '../../../analysis/index.ts';
import { network } from '../metrics/small-networks.ts';

describe('what users hold is what was measured', () => {
  const records = network('constructor>b=2 b>constructor=3 b>c=1 c>c=9 d');

  it('a directed graph, with every member and each tie once', () => {
    const graph = toGraph(records);
    expect([graph.type, graph.order, graph.size, graph.multi]).toEqual(['directed', 4, 3, false]);
    expect(graph.getEdgeAttribute(nodeKey('constructor'), nodeKey('b'), 'strength')).toBe(2);
    expect(graph.getNodeAttributes(nodeKey('d'))).toEqual({ id: 'd', hub: false, attributes: {} });
    expect(graph.nodes().map(memberId)).toEqual([...compact(records).ids]);
  });

  it('an undirected graph: strengths of the two directions add', () => {
    const graph = toGraph(records, { undirected: true });
    expect([graph.type, graph.size]).toEqual(['undirected', 2]);
    expect(graph.getEdgeAttribute(nodeKey('b'), nodeKey('constructor'), 'strength')).toBe(5);
  });
});
