/**
 * A graph as a file tells it (GraphML, GEXF, JSON) → a table of members and one of ties, so that the rules of tables
 * hold for it as well. Attributes become columns; those called like a column of ours keep their name behind a prefix.
 */
import { ATTRIBUTE_PREFIX, plainName } from './columns.ts';
import type { Problems } from './import-error.ts';
import type { SourceTable } from './import-tables.ts';
import type { Direction } from './shapes/ties.ts';
import { type Table, tableOf } from './table.ts';

export interface GraphNode {
  id: string;
  line: number;
  attributes: Map<string, string>;
}

export interface GraphEdge {
  source: string;
  target: string;
  line: number;
  direction: Direction;
  attributes: Map<string, string>;
}

export interface GraphFile {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export function graphTables(graph: GraphFile, file: string, problems: Problems): SourceTable[] {
  if (graph.nodes.length === 0 && graph.edges.length === 0) {
    problems.add(file, null, null, 'holds no members and no ties; export the graph again');
    return [];
  }
  for (const node of graph.nodes) if (node.attributes.get('label') === node.id) node.attributes.delete('label');
  const nodes = tableFrom(file, 'nodes', ['id'], graph.nodes, (node) => [node.id], problems);
  const edges = tableFrom(
    file,
    'edges',
    ['source', 'target'],
    graph.edges,
    (edge) => [edge.source, edge.target],
    problems,
  );
  const tables: SourceTable[] = [];
  if (nodes) tables.push({ table: nodes, shape: 'members' });
  if (edges) tables.push({ table: edges, shape: 'ties', directions: graph.edges.map((edge) => edge.direction) });
  return tables;
}

function tableFrom<Item extends { line: number; attributes: Map<string, string> }>(
  file: string,
  name: string,
  own: readonly string[],
  items: readonly Item[],
  ownCells: (item: Item) => string[],
  problems: Problems,
): Table | null {
  if (items.length === 0) return null;
  const names = [...new Set(items.flatMap((item) => [...item.attributes.keys()]))];
  const header = names.map((attribute) =>
    own.includes(plainName(attribute)) ? ATTRIBUTE_PREFIX + attribute : attribute,
  );
  const rows = items.map((item) => ({
    line: item.line,
    cells: [...ownCells(item), ...names.map((attribute) => item.attributes.get(attribute) ?? '')],
  }));
  return tableOf(
    { file, name, rows: [{ line: 1, cells: [...own, ...header] }, ...rows], decimalComma: false, strictWidth: false },
    problems,
  );
}
