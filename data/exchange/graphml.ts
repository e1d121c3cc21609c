/**
 * GraphML in and out (http://graphml.graphdrawing.org). Read as a stream with lines rather than with
 * graphology-graphml, which needs a whole document tree, says no lines, repairs what is broken without a word, and
 * cannot hold ids such as `constructor`.
 */
import type { NetworkRecords } from '../records/index.ts';
import { type GraphEdge, type GraphFile, type GraphNode, graphTables } from './graph-tables.ts';
import { readGraphXml, setDefault } from './graph-xml.ts';
import type { Problems } from './import-error.ts';
import type { SourceTable } from './import-tables.ts';
import { type GraphColumn, graphOf } from './write-graph.ts';
import { escapeXml } from './xml.ts';

interface Key {
  name: string;
  appliesTo: string;
  byDefault: string | null;
}

export function readGraphml(bytes: Uint8Array, file: string, problems: Problems): SourceTable[] {
  const graph: GraphFile = { nodes: [], edges: [] };
  const keys = new Map<string, Key>();
  const open: (GraphNode | GraphEdge)[] = [];
  let lastKey: Key | null = null;
  let directedByDefault = true;
  let data: { key: string; text: string; depth: number } | null = null;

  readGraphXml(bytes, file, 'GraphML', problems, {
    open({ name, attributes, line, need }, path) {
      if (name === 'graph') {
        directedByDefault = attributes.get('edgedefault') !== 'undirected';
      } else if (name === 'key') {
        lastKey = {
          name: attributes.get('attr.name') ?? need('id'),
          appliesTo: attributes.get('for') ?? 'all',
          byDefault: null,
        };
        keys.set(attributes.get('id') ?? '', lastKey);
      } else if (name === 'node') {
        const node: GraphNode = { id: need('id'), line, attributes: new Map() };
        graph.nodes.push(node);
        open.push(node);
      } else if (name === 'edge') {
        const said = attributes.get('directed');
        const directed = said === undefined ? directedByDefault : said === 'true' || said === '1';
        const direction = directed ? 'directed' : 'undirected';
        const edge: GraphEdge = {
          source: need('source'),
          target: need('target'),
          line,
          direction,
          attributes: new Map(),
        };
        graph.edges.push(edge);
        open.push(edge);
      } else if (name === 'data' && open.length > 0) {
        data = { key: need('key'), text: '', depth: path.length };
      } else if (name === 'hyperedge') {
        problems.add(file, line, null, 'is a tie among more than two; write one <edge> for each pair');
      }
    },
    text(text, path) {
      if (data && path.length === data.depth) data.text += text;
      if (lastKey && path.at(-1) === 'default') lastKey.byDefault = (lastKey.byDefault ?? '') + text;
    },
    close(name) {
      if (name === 'node' || name === 'edge') open.pop();
      if (name === 'key') lastKey = null;
      const item = open.at(-1);
      if (name !== 'data' || !data || !item) return;
      item.attributes.set(keys.get(data.key)?.name ?? data.key, data.text);
      data = null;
    },
  });
  for (const [kind, items] of [
    ['node', graph.nodes],
    ['edge', graph.edges],
  ] as const) {
    for (const { name, byDefault, appliesTo } of keys.values()) {
      if (byDefault !== null && ['all', kind].includes(appliesTo)) setDefault(items, name, byDefault);
    }
  }
  return graphTables(graph, file, problems);
}

/** Members and ties with their attributes; adoptions, answers and contributions have no place in a graph. */
export function writeGraphml(records: NetworkRecords, options: { directed?: boolean } = {}): string {
  const graph = graphOf(records);
  const direction = options.directed === false ? 'undirected' : 'directed';
  const key = (kind: 'node' | 'edge') => (column: GraphColumn, index: number) =>
    `  <key id="${kind[0]}${index}" for="${kind}" attr.name="${escapeXml(column.name)}" attr.type="${column.type}"/>\n`;
  const data = (kind: 'node' | 'edge', values: readonly (string | null)[]) =>
    values
      .map((value, index) => (value === null ? '' : `<data key="${kind[0]}${index}">${escapeXml(value)}</data>`))
      .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...graph.nodeColumns.map(key('node')),
    ...graph.edgeColumns.map(key('edge')),
    `  <graph edgedefault="${direction}">\n`,
    ...graph.nodes.map(({ id, values }) => `    <node id="${escapeXml(id)}">${data('node', values)}</node>\n`),
    ...graph.edges.map(
      ({ source, target, values }) =>
        `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">${data('edge', values)}</edge>\n`,
    ),
    '  </graph>\n</graphml>\n',
  ].join('');
}
