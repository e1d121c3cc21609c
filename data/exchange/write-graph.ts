/** Records → nodes and edges with typed columns, as GraphML and GEXF write them. */
import type { NetworkRecords } from '../records/index.ts';
import type { CsvCell } from './csv.ts';
import { hasUnsafeCharacters } from './text.ts';
import { memberTable, tieTable, type WrittenTable } from './write-tables.ts';

export interface GraphColumn {
  name: string;
  type: 'double' | 'boolean' | 'string';
}

export interface WrittenGraph {
  nodeColumns: GraphColumn[];
  edgeColumns: GraphColumn[];
  nodes: { id: string; values: (string | null)[] }[];
  edges: { source: string; target: string; values: (string | null)[] }[];
}

/** Something that a format cannot carry. The message says where, and shows no value. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/** @throws ExportError where a text holds characters that XML cannot carry. */
export function graphOf(records: NetworkRecords): WrittenGraph {
  const nodes = memberTable(records.members);
  const edges = tieTable(records.ties);
  return {
    nodeColumns: columnsOf(nodes, 1),
    edgeColumns: columnsOf(edges, 2),
    nodes: nodes.rows.map((row, index) => {
      const texts = textsOf(row, `member ${index + 1}`);
      return { id: texts[0] ?? '', values: texts.slice(1) };
    }),
    edges: edges.rows.map((row, index) => {
      const texts = textsOf(row, `tie ${index + 1}`);
      return { source: texts[0] ?? '', target: texts[1] ?? '', values: texts.slice(2) };
    }),
  };
}

function columnsOf(table: WrittenTable, from: number): GraphColumn[] {
  return table.header.slice(from).map((name, index) => {
    const kinds = new Set(
      table.rows
        .map((row) => row[from + index])
        .filter((cell) => cell !== null)
        .map((cell) => typeof cell),
    );
    if (kinds.size === 1 && kinds.has('number')) return { name, type: 'double' };
    return { name, type: kinds.size === 1 && kinds.has('boolean') ? 'boolean' : 'string' };
  });
}

function textsOf(row: readonly CsvCell[], place: string): (string | null)[] {
  return row.map((cell) => {
    const text = cell === null ? null : String(cell);
    if (text !== null && hasUnsafeCharacters(text)) {
      throw new ExportError(`${place} holds control characters, which XML cannot carry; export as JSON or CSV`);
    }
    return text;
  });
}
