/**
 * JSON with places. `JSON.parse` says neither where an object stood nor, always, where the text is broken; this reads
 * the text once for its grammar, its depth and the lines on which the items of its lists begin, and then parses it.
 */
import { refuse } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { decodeText, lineAt } from './text.ts';

export interface JsonText {
  value: unknown;
  /** The line on which item `index` of the list under a top-level key begins; key '' for a list that is the whole. */
  lineOf(key: string, index: number): number | null;
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

interface Level {
  isList: boolean;
  /** The top-level key it stands under, where it is a list there. */
  lines: number[] | null;
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

export function readJsonText(bytes: Uint8Array, file: string): JsonText {
  const text = decodeText(bytes, file);
  const linesOf = new Map<string, number[]>();
  const levels: Level[] = [];
  let expected: Expected | 'nothing' = 'value';
  let line = 1;
  let key = '';
  let at = 0;
  const broken = (): never => {
    const column = `character ${at - text.lastIndexOf('\n', at - 1)}`;
    return refuse(file, lineAt(text, at), column, 'is not valid JSON here; check commas, quotes and brackets');
  };

  while (at < text.length) {
    const character = text[at]!;
    if (character === ' ' || character === '\t' || character === '\r' || character === '\n') {
      if (character === '\n') line += 1;
      at += 1;
      continue;
    }
    const level = levels.at(-1);
    if (expected === 'nothing') broken();
    if (character === ',' || character === ':') {
      if (expected !== (character === ',' ? 'comma or end' : 'colon')) broken();
      expected = character === ':' || level?.isList ? 'value' : 'key';
      at += 1;
    } else if (character === ']' || character === '}') {
      const mayEnd = expected === 'comma or end' || expected === 'value or end' || expected === 'key or end';
      if (!level || level.isList !== (character === ']') || !mayEnd) broken();
      levels.pop();
      expected = levels.length === 0 ? 'nothing' : 'comma or end';
      at += 1;
    } else if (expected === 'key' || expected === 'key or end') {
      const end = endOfString(text, at);
      if (end < 0) broken();
      if (levels.length === 1) key = text.slice(at + 1, end - 1);
      at = end;
      expected = 'colon';
    } else {
      if (expected !== 'value' && expected !== 'value or end') broken();
      level?.lines?.push(line);
      if (character === '[' || character === '{') {
        if (levels.length >= LIMITS.nesting) {
          refuse(file, line, null, `nests deeper than ${LIMITS.nesting} levels; no network needs that`);
        }
        const isList = character === '[';
        const listOfTop = isList && (levels.length === 0 || (levels.length === 1 && !levels[0]!.isList));
        const lines: number[] | null = listOfTop ? [] : null;
        if (lines) linesOf.set(levels.length === 0 ? '' : key, lines);
        levels.push({ isList, lines });
        expected = isList ? 'value or end' : 'key or end';
        at += 1;
      } else {
        const end = character === '"' ? endOfString(text, at) : endOf(LITERAL, text, at);
        if (end < 0) broken();
        at = end;
        expected = levels.length === 0 ? 'nothing' : 'comma or end';
      }
    }
  }
  if (expected !== 'nothing') broken();
  return { value: JSON.parse(text), lineOf: (list, index) => linesOf.get(list)?.[index] ?? null };
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Position after the closing quote; −1 where there is no string, or a broken one. */
function endOfString(text: string, start: number): number {
  if (text[start] !== '"') return -1;
  for (let at = start + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -1;
    if (code === 92) {
      at = endOf(ESCAPE, text, at);
      if (at < 0) return -1;
    } else {
      at += 1;
    }
  }
  return -1;
}
