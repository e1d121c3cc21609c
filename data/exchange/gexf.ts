/**
 * GEXF in and out (https://gexf.net, versions 1.1 to 1.3), Gephi's format. Read as a stream with lines, for the same
 * reasons as GraphML. Positions, colours and sizes are how a picture looked and are left out; of a dynamic graph only
 * the begin of a tie is kept, as its time.
 */
import type { NetworkRecords } from '../records/index.ts';
import { type GraphEdge, type GraphFile, type GraphNode, graphTables } from './graph-tables.ts';
import { readGraphXml, setDefault } from './graph-xml.ts';
import type { Problems } from './import-error.ts';
import type { SourceTable } from './import-tables.ts';
import type { Direction } from './shapes/ties.ts';
import { type GraphColumn, graphOf } from './write-graph.ts';
import { escapeXml } from './xml.ts';

interface Column {
  title: string;
  byDefault: string | null;
}

export function readGexf(bytes: Uint8Array, file: string, problems: Problems, notes: string[]): SourceTable[] {
  const graph: GraphFile = { nodes: [], edges: [] };
  const columns = { node: new Map<string, Column>(), edge: new Map<string, Column>() };
  const open: { kind: 'node' | 'edge'; item: GraphNode | GraphEdge }[] = [];
  let declaring: 'node' | 'edge' = 'node';
  let lastColumn: Column | null = null;
  let byDefault: Direction = 'undirected';
  let spells = 0;

  readGraphXml(bytes, file, 'GEXF', problems, {
    open({ name, attributes, line, need }) {
      if (name === 'graph') {
        byDefault = directionOf(attributes.get('defaultedgetype')) ?? 'undirected';
      } else if (name === 'attributes') {
        declaring = attributes.get('class') === 'edge' ? 'edge' : 'node';
      } else if (name === 'attribute') {
        lastColumn = { title: attributes.get('title') ?? need('id'), byDefault: null };
        columns[declaring].set(attributes.get('id') ?? '', lastColumn);
      } else if (name === 'node') {
        const node: GraphNode = { id: need('id'), line, attributes: new Map() };
        copy(attributes, 'label', node.attributes, 'label');
        graph.nodes.push(node);
        open.push({ kind: 'node', item: node });
      } else if (name === 'edge') {
        const said = attributes.get('type');
        const direction = said === undefined ? byDefault : directionOf(said);
        if (direction === null) {
          problems.add(file, line, 'type', 'is none of directed, undirected and mutual; write one of them');
        }
        const edge: GraphEdge = {
          source: need('source'),
          target: need('target'),
          line,
          direction: direction ?? byDefault,
          attributes: new Map(),
        };
        copy(attributes, 'weight', edge.attributes, 'weight');
        copy(attributes, 'kind', edge.attributes, 'type');
        copy(attributes, 'start', edge.attributes, 'time');
        copy(attributes, 'timestamp', edge.attributes, 'time');
        graph.edges.push(edge);
        open.push({ kind: 'edge', item: edge });
      } else if (name === 'attvalue') {
        const owner = open.at(-1);
        const key = attributes.get('for') ?? attributes.get('id') ?? need('for');
        if (owner) owner.item.attributes.set(columns[owner.kind].get(key)?.title ?? key, need('value'));
      } else if (name === 'spell') {
        spells += 1;
      }
    },
    text(text, path) {
      if (lastColumn && path.at(-1) === 'default') lastColumn.byDefault = (lastColumn.byDefault ?? '') + text;
    },
    close(name) {
      if (name === 'node' || name === 'edge') open.pop();
      if (name === 'attribute') lastColumn = null;
    },
  });
  if (spells > 0) notes.push(`${file}: ${spells} spells (from when until when) are not kept`);
  for (const [kind, items] of [
    ['node', graph.nodes],
    ['edge', graph.edges],
  ] as const) {
    for (const { title, byDefault: value } of columns[kind].values()) {
      if (value !== null) setDefault(items, title, value);
    }
  }
  return graphTables(graph, file, problems);
}

/** Members and ties with their attributes; adoptions, answers and contributions have no place in a graph. */
export function writeGexf(records: NetworkRecords, options: { directed?: boolean } = {}): string {
  const graph = graphOf(records);
  const direction = options.directed === false ? 'undirected' : 'directed';
  const declare = (kind: 'node' | 'edge', columns: readonly GraphColumn[]) => {
    if (columns.length === 0) return '';
    const rows = columns.map(
      ({ name, type }, index) => `      <attribute id="${index}" title="${escapeXml(name)}" type="${type}"/>\n`,
    );
    return `    <attributes class="${kind}">\n${rows.join('')}    </attributes>\n`;
  };
  const data = (values: readonly (string | null)[]) => {
    const rows = values.map((value, index) =>
      value === null ? '' : `<attvalue for="${index}" value="${escapeXml(value)}"/>`,
    );
    return `<attvalues>${rows.join('')}</attvalues>`;
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n',
    `  <graph defaultedgetype="${direction}" mode="static">\n`,
    declare('node', graph.nodeColumns),
    declare('edge', graph.edgeColumns),
    '    <nodes>\n',
    ...graph.nodes.map(({ id, values }) => {
      const name = escapeXml(id);
      return `      <node id="${name}" label="${name}">${data(values)}</node>\n`;
    }),
    '    </nodes>\n    <edges>\n',
    ...graph.edges.map(
      ({ source, target, values }, index) =>
        `      <edge id="${index}" source="${escapeXml(source)}" target="${escapeXml(target)}">${data(values)}</edge>\n`,
    ),
    '    </edges>\n  </graph>\n</gexf>\n',
  ].join('');
}

function directionOf(text: string | undefined): Direction | null {
  return text === 'directed' || text === 'undirected' || text === 'mutual' ? text : null;
}

function copy(from: ReadonlyMap<string, string>, attribute: string, to: Map<string, string>, name: string): void {
  const value = from.get(attribute);
  if (value !== undefined && value !== '') to.set(name, value);
}
