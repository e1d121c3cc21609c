/**
 * Records as a graphology graph: what users hold, draw and export.
 *
 * It is built from the same selection as the integer adjacency, so that what is drawn is what was measured. The graph is
 * a DirectedGraph or an UndirectedGraph, never a mixed one, in which an undirected question could not be asked. Node keys
 * carry a prefix: graphology keeps them in plain objects, in which ids such as `constructor` would break it. The id itself
 * is the node attribute `id`; `nodeKey` and `memberId` convert.
 */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { Attributes, MeasurableRecords } from '../../data/records/index.ts';
import { compactSelected, forEachTie } from './compact.ts';
import { select } from './select.ts';
import type { Selection } from './selection.ts';

export interface NodeAttributes {
  id: string;
  hub: boolean;
  /** The member's own attributes, kept apart so that none can overwrite what a layout or a renderer puts on a node. */
  attributes: Attributes;
}

export interface EdgeAttributes {
  strength: number;
}

export function toGraph(
  records: MeasurableRecords,
  selection: Selection = {},
): DirectedGraph<NodeAttributes, EdgeAttributes> | UndirectedGraph<NodeAttributes, EdgeAttributes> {
  const undirected = selection.undirected ?? false;
  const compact = compactSelected(select(records, selection), undirected);
  const graph = undirected
    ? new UndirectedGraph<NodeAttributes, EdgeAttributes>()
    : new DirectedGraph<NodeAttributes, EdgeAttributes>();
  const member = new Map(records.members.map((body) => [body.member, body]));
  for (const id of compact.ids) {
    const { hub, attributes } = member.get(id)!;
    graph.addNode(nodeKey(id), { id, hub, attributes });
  }
  forEachTie(compact, (from, to, strength) => {
    graph.addEdge(nodeKey(compact.ids[from]!), nodeKey(compact.ids[to]!), { strength });
  });
  return graph;
}

export function nodeKey(memberId: string): string {
  return `m:${memberId}`;
}

export function memberId(nodeKey: string): string {
  return nodeKey.slice(2);
}
