/**
 * What GraphML and GEXF have in common as files: one outermost element, one graph to a file, attributes that must be
 * there, and values that hold for every node or edge which says nothing else.
 */
import type { GraphEdge, GraphNode } from './graph-tables.ts';
import { type Problems, refuse } from './import-error.ts';
import { readXml, type XmlElement, type XmlHandlers } from './xml.ts';

export interface GraphElement extends XmlElement {
  /** The value of an attribute; where it is missing, that is a problem of the file. */
  need(attribute: string): string;
}

interface GraphHandlers extends Omit<XmlHandlers, 'open'> {
  open(element: GraphElement, path: readonly string[]): void;
}

/** @param format its name in small letters is that of the outermost element. */
export function readGraphXml(
  bytes: Uint8Array,
  file: string,
  format: 'GraphML' | 'GEXF',
  problems: Problems,
  handlers: GraphHandlers,
): void {
  const root = format.toLowerCase();
  let graphs = 0;
  readXml(bytes, file, {
    ...handlers,
    open(element, path) {
      const { name, attributes, line } = element;
      if (path[0] !== root) refuse(file, line, null, `is not ${format}; its outermost element must be <${root}>`);
      if (name === 'graph') graphs += 1;
      if (graphs > 1) refuse(file, line, null, 'holds more than one graph; export one graph to a file');
      const need = (attribute: string) => {
        const value = attributes.get(attribute);
        if (value === undefined) problems.add(file, line, attribute, `is missing from <${name}>; add it`);
        return value ?? '';
      };
      handlers.open({ ...element, need }, path);
    },
  });
  if (graphs === 0) refuse(file, null, null, 'holds no <graph>; export the graph again');
}

export function setDefault(items: readonly (GraphNode | GraphEdge)[], attribute: string, value: string): void {
  for (const item of items) if (!item.attributes.has(attribute)) item.attributes.set(attribute, value);
}
