/**
 * Graphs in JSON: graphology's serialized form (`nodes: [{ key, attributes }]`, `edges: [{ source, target, attributes,
 * undirected }]`, `options.type`) and node-link data of networkx and D3 (`nodes: [{ id, … }]`, `links` or `edges:
 * [{ source, target, … }]`, `directed`).
 */
import { type GraphEdge, type GraphFile, type GraphNode, graphTables } from './graph-tables.ts';
import { type Problems, refuse } from './import-error.ts';
import type { SourceTable } from './import-tables.ts';
import type { JsonText } from './json-text.ts';

type Entries = ReadonlyMap<string, unknown>;

export function jsonGraphTables(json: JsonText, file: string, problems: Problems, notes: string[]): SourceTable[] {
  const top = entriesOf(json.value);
  const nodes = top?.get('nodes');
  const edgesKey = top?.has('links') ? 'links' : 'edges';
  const edges = top?.get(edgesKey) ?? [];
  if (!top || !Array.isArray(nodes) || !Array.isArray(edges)) {
    const message = 'is no network that is known; write {"nodes": [{"id": …}], "edges": [{"source": …, "target": …}]}';
    return refuse(file, 1, null, message);
  }
  const directed = isDirected(top);
  const dropped = new Set<string>();
  const items = <Item>(
    list: readonly unknown[],
    key: string,
    read: (entries: Entries, attributes: Map<string, string>, line: number) => Item | null,
  ) =>
    list.flatMap((value, index) => {
      const line = json.lineOf(key, index) ?? 1;
      const entries = entriesOf(value);
      if (!entries) problems.add(file, line, key, 'is not an object; write one with braces for each');
      const item = entries ? read(entries, attributesOf(entries, dropped), line) : null;
      return item === null ? [] : [item];
    });
  const graph: GraphFile = {
    nodes: items(nodes, 'nodes', (entries, attributes, line): GraphNode | null => {
      const id = scalar(entries.get('key') ?? entries.get('id'));
      if (id === null) problems.add(file, line, 'id', 'is missing; give each node an id');
      return id === null ? null : { id, line, attributes };
    }),
    edges: items(edges, edgesKey, (entries, attributes, line): GraphEdge | null => {
      const [source, target] = ['source', 'target'].map((end) => {
        const id = scalar(entries.get(end));
        if (id === null) problems.add(file, line, end, 'is missing; a tie names two members');
        return id;
      });
      if (source == null || target == null) return null;
      const undirected = entries.get('undirected');
      const isUndirected = typeof undirected === 'boolean' ? undirected : !directed;
      return { source, target, line, direction: isUndirected ? 'undirected' : 'directed', attributes };
    }),
  };
  if (dropped.size > 0) notes.push(`${file}: not kept, because they hold lists or objects: ${[...dropped].join(', ')}`);
  return graphTables(graph, file, problems);
}

/** networkx and D3 say `directed`; graphology `options.type`, where a mixed graph marks the undirected edges. */
function isDirected(top: Entries): boolean {
  if (typeof top.get('directed') === 'boolean') return top.get('directed') === true;
  return entriesOf(top.get('options'))?.get('type') !== 'undirected';
}

/** What the format itself needs of a node or an edge; the rest are attributes, or `attributes` holds them. */
const STRUCTURE: readonly string[] = ['key', 'id', 'source', 'target', 'undirected', 'attributes'];

function attributesOf(entries: Entries, dropped: Set<string>): Map<string, string> {
  const nested = entriesOf(entries.get('attributes'));
  const attributes = new Map<string, string>();
  for (const [name, value] of nested ?? [...entries].filter(([key]) => !STRUCTURE.includes(key))) {
    if (value === null) continue;
    const text = scalar(value);
    if (text === null) dropped.add(name.slice(0, 40));
    else attributes.set(name, text);
  }
  return attributes;
}

function scalar(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** An object's own entries as a Map, so that keys such as __proto__ are keys like any other. */
function entriesOf(value: unknown): Entries | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
}
