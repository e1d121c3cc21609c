/**
 * The YAML of a charter: its plain value, where each setting stands, and what is wrong with the text itself.
 *
 * One slip of indentation makes a parser see many. So there is one problem a line, and `isBroken` says that what the
 * text seems to leave out may only be hidden by a slip.
 */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { shownKey } from './charter-words.ts';

/** 1 is the first line, and the first column. */
export interface Position {
  line: number;
  column: number;
}

export interface CharterText {
  /** As plain data; undefined where there is nothing. */
  value: unknown;
  problems: (Position & { path: string; message: string })[];
  isBroken: boolean;
  /** Where the value at a path stands; where it does not, the setting that it would belong to. */
  placeOf(path: readonly PropertyKey[]): Position;
  /** Where the name of a setting stands. */
  placeOfKey(path: readonly PropertyKey[]): Position;
}

/** Problems after which the rest of the text reads as it was meant. */
const HARMLESS: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_SCALAR_START', 'BAD_ALIAS']);

const WORDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'is indented with a tab; use spaces',
  BAD_SCALAR_START: 'begins with a sign that YAML keeps for itself; put the text in quotation marks',
  BLOCK_AS_IMPLICIT_KEY:
    'cannot be read: text that holds a colon and a space belongs in quotation marks, and the lines of a block begin in the same column',
  MULTILINE_IMPLICIT_KEY:
    'is no setting: write its name, a colon, a space and its value, in the column of its neighbours',
  BAD_INDENT: 'is out of line: a bracket is not closed before it, or it does not begin in the column of its neighbours',
  MULTIPLE_DOCS: 'begins a second document; a charter is one, so remove the line ---',
  TAG_RESOLVE_FAILED: 'has a tag (a word that begins with !); charters use none',
};

export function readCharterText(given: string): CharterText {
  const first = parse(given);
  const tabs = first.doc.errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  // With the tabs of the margin as spaces the lines fall into their place, and everything else can be looked at too.
  const text = tabs.length === 0 ? given : given.replaceAll(/^[ \t]+/gm, (margin) => margin.replaceAll('\t', '  '));
  const { doc, lines } = tabs.length === 0 ? first : parse(text);
  const problems: CharterText['problems'] = [];
  const add = (at: Position, path: string, message: string) => {
    const isDuplicate = message === DUPLICATE;
    if (isDuplicate || !problems.some(({ line }) => line === at.line)) problems.push({ ...at, path, message });
  };
  for (const { pos } of tabs) add(first.lines(pos[0]), '', WORDS.TAB_AS_INDENT!);

  let isBroken = false;
  for (const { code, pos, message } of [...doc.errors, ...doc.warnings]) {
    if (!HARMLESS.has(code)) isBroken = true;
    if (code === 'DUPLICATE_KEY') add(lines(pos[0]), keyAt(text, pos[0]), DUPLICATE);
    else if (code === 'MISSING_CHAR') add(lines(openedAt(doc, pos[0])), '', missingWords(message));
    else add(lines(afterBlanks(text, pos[0])), '', WORDS[code] ?? `cannot be read as YAML: ${message}`);
  }
  visit(doc, {
    Alias(_key, node) {
      add(
        lines(node.range?.[0] ?? 0),
        '',
        'begins with *, which has a meaning of its own in YAML; put the text in quotation marks',
      );
      return doc.createNode(null);
    },
  });
  return {
    value: doc.contents === null ? undefined : doc.toJS(),
    problems,
    isBroken,
    placeOf: (path) => lines(offsetOf(doc, path, 'value')),
    placeOfKey: (path) => lines(offsetOf(doc, path, 'key')),
  };
}

function afterBlanks(text: string, offset: number): number {
  return offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0);
}

const DUPLICATE = 'is given twice; keep one of them';

function parse(text: string): { doc: Document.Parsed; lines: (offset: number) => Position } {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  return {
    doc,
    lines: (offset) => {
      const { line, col } = counter.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    },
  };
}

/** The place of a path, or of the last thing on the way to it that is there. */
function offsetOf(doc: Document.Parsed, path: readonly PropertyKey[], which: 'key' | 'value'): number {
  let node: unknown = doc.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, key] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => (isScalar(item.key) ? String(item.key.value) : null) === String(key));
      if (pair === undefined) return offset;
      node = pair.value;
      const isEmpty = node === null || (isScalar(node) && node.value === null);
      const wantsKey = isEmpty || isMap(node) || isSeq(node) || (which === 'key' && depth === path.length - 1);
      offset = (wantsKey ? startOf(pair.key) : startOf(node)) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (node === undefined) return offset;
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

/** A quotation mark that is never closed is noticed at the end of the text; it is to be mended where it is opened. */
function openedAt(doc: Document.Parsed, noticedAt: number): number {
  let opened = noticedAt;
  visit(doc, {
    Scalar(_key, { type, range }) {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range && range[1] >= noticedAt) opened = range[0];
    },
  });
  return opened;
}

function missingWords(message: string): string {
  return message.includes('quote')
    ? 'opens a quotation mark that is never closed'
    : 'is no setting: write its name, a colon, a space and its value';
}

function keyAt(text: string, offset: number): string {
  return shownKey(/^[\w-]+(?=\s*:)/.exec(text.slice(offset))?.[0] ?? '');
}
