/**
 * A cell's TypeScript → JavaScript that runs as a function of (exports, require, guard), with the way back from a line of
 * the one to a line of the other. Keeps what earlier cells declared.
 */
import { SourceMap } from 'node:module';
import { guardAwaits } from './guard-awaits.ts';
import { rewriteCell } from './rewrite-cell.ts';
import { createConverter, type Diagnostic, isCompleteCode, printQuickInfo, withSecondPass } from './tslab.ts';

export interface CompiledCell {
  /** Null where a cell declares types only, or is empty. */
  code: string | null;
  isAsync: boolean;
  /** The export that holds the value of the cell's last expression. */
  lastExpression: string | null;
  /** Packages and files that it requires, in the order of their first use. */
  requires: string[];
  /** The cell's line (from 1) of a place in the code (from 1), or null. */
  lineAt(line: number, column: number): number | null;
  /** What it declares stays for later cells: to be called when it has run. */
  keep(): void;
}

/** The compiler refuses a cell. */
export class DoesNotCompile extends Error {
  override readonly name = 'DoesNotCompile';

  constructor(readonly problems: readonly { line: number; column: number; words: string }[]) {
    super(problems.map(({ words }) => words).join('\n'));
  }
}

/** tslab compiles a cell below a line of its own. */
const LINES_BEFORE_CELL = 1;
const TRAILING_MAPS = /(?:\n?\/\/# sourceMappingURL=[^\n]*)+\s*$/;
const MAP_COMMENT = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

export interface Compiler {
  /** @throws DoesNotCompile */
  compile(source: string): CompiledCell;
  complete(source: string, position: number): { start: number; end: number; matches: string[] };
  inspect(source: string, position: number): string | null;
  isComplete(source: string): { complete: boolean; indent: string };
  close(): void;
}

/** Runs what must not be ended half-way: the converter keeps state between its steps. */
export type Shield = <T>(work: () => T) => T;

/** For notebooks in the folder that the process is in. Takes a second or two: the compiler reads its libraries. */
export function createCompiler(shield: Shield): Compiler {
  const converter = createConverter();
  let declared = '';
  return {
    compile(source) {
      const before = (input: string) => guardAwaits(linesOf(input, firstMap(input)));
      const { converted, pass } = shield(() =>
        withSecondPass(before, () => converter.convert(declared, rewriteCell(source))),
      );
      if (converted.diagnostics.length > 0) throw new DoesNotCompile(converted.diagnostics.map(problem));
      const keep = () => {
        declared = converted.declOutput ?? '';
      };
      const code = (converted.output ?? '').replace(TRAILING_MAPS, '');
      return {
        code: code.trim() === '' ? null : code,
        isAsync: converted.hasToplevelAwait ?? false,
        lastExpression: converted.lastExpressionVar ?? null,
        requires: [...new Set([...code.matchAll(/\brequire\("([^"\n]+)"\)/g)].map(([, id]) => id!))],
        lineAt: pass === null ? () => null : throughBoth(new SourceMap(JSON.parse(pass.map)), firstMap(pass.input)),
        keep,
      };
    },
    complete(source, position) {
      const { start, end, candidates } = shield(() => converter.complete(declared, source, position));
      // `[SHOW]` and its like are members that one cannot type after a dot.
      return { start, end, matches: candidates.filter((name) => !name.startsWith('[')) };
    },
    inspect(source, position) {
      const info = shield(() => converter.inspect(declared, source, position));
      return info === undefined ? null : printQuickInfo(info);
    },
    isComplete(source) {
      const { completed, indent } = isCompleteCode(source);
      return { complete: completed, indent: indent ?? '' };
    },
    close: () => converter.close(),
  };
}

function problem({ start, messageText, fileName }: Diagnostic): { line: number; column: number; words: string } {
  const file = fileName === undefined ? '' : `${fileName}: `;
  return { line: start.line + 1, column: start.character + 1, words: `${file}${messageText}` };
}

function firstMap(input: string): SourceMap | null {
  const map = MAP_COMMENT.exec(input)?.[1];
  return map === undefined ? null : new SourceMap(JSON.parse(Buffer.from(map, 'base64').toString('utf8')));
}

function throughBoth(second: SourceMap, first: SourceMap | null): CompiledCell['lineAt'] {
  return (line, column) => {
    const between = entry(second, line - 1, column - 1);
    return between === null ? null : cellLine(first, between.line, between.column);
  };
}

function linesOf(input: string, map: SourceMap | null): (position: number) => number {
  return (position) => {
    const before = input.slice(0, position).split('\n');
    return cellLine(map, before.length - 1, before.at(-1)!.length) ?? 1;
  };
}

function cellLine(first: SourceMap | null, line: number, column: number): number | null {
  const origin = first === null ? null : entry(first, line, column);
  return origin === null ? null : Math.max(1, origin.line + 1 - LINES_BEFORE_CELL);
}

function entry(map: SourceMap, line: number, column: number): { line: number; column: number } | null {
  const found = map.findEntry(line, column);
  return 'originalLine' in found ? { line: found.originalLine, column: found.originalColumn } : null;
}
