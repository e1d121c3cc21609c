/**
 * XML as events with lines. A document type or an entity declaration is refused before anything is parsed: they can
 * read other files and swell to any size, and no graph or workbook needs them.
 */
import { SaxesParser } from 'saxes';
import { refuse } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { decodeText } from './text.ts';

export interface XmlElement {
  /** Without a namespace prefix. */
  name: string;
  /** Prefixes of attributes are kept: r:id is not id. A Map, because names come from the file. */
  attributes: ReadonlyMap<string, string>;
  /** Where its tag begins. */
  line: number;
}

export interface XmlHandlers {
  open(element: XmlElement, path: readonly string[]): void;
  /** Text between tags; one text may come in several pieces. */
  text?(text: string, path: readonly string[]): void;
  close?(name: string, path: readonly string[]): void;
}

/** `path` holds the names of the open elements, outermost first; for `open` and `close` the element itself is last. */
export function readXml(bytes: Uint8Array, file: string, handlers: XmlHandlers): void {
  const text = decodeText(bytes, file);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    refuse(file, null, null, 'declares a document type or an entity, which is not safe to read; export it without');
  }
  const parser = new SaxesParser({ position: true });
  const path: string[] = [];
  let line = 1;
  parser.on('error', () => {
    const message = 'is not well-formed XML here; export it again, or check it with an XML editor';
    refuse(file, parser.line, `character ${parser.column}`, message);
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', (tag) => {
    if (path.length >= LIMITS.nesting) {
      refuse(file, line, null, `nests elements deeper than ${LIMITS.nesting}; no graph or table needs that`);
    }
    const name = localName(tag.name);
    path.push(name);
    handlers.open({ name, attributes: new Map(Object.entries(tag.attributes)), line }, path);
  });
  const onText = (piece: string) => handlers.text?.(piece, path);
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', (tag) => {
    handlers.close?.(localName(tag.name), path);
    path.pop();
  });
  parser.write(text).close();
}

/** Text as XML can carry it, in an attribute or between tags. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
