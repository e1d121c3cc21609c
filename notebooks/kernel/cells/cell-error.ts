/**
 * What goes wrong in a cell, in words: what, where in the cell, and the way out. A reader of a notebook has written the
 * cell's lines and nothing else, so that of a stack only these are shown.
 *
 * An error with a name of its own (MeasureError, ImportError, NotRunning …) was written for people and is just its words.
 * One of the language (TypeError …) that comes from the cell keeps its name. One of the language from within Weft is our
 * mistake, and is said to be.
 */
import type { DoesNotCompile } from './compile-cell.ts';

/** As Jupyter takes it. */
export interface CellError {
  name: string;
  message: string;
  /** What is shown, line by line. */
  lines: string[];
}

/** A cell that has run, or runs: what is needed to say where. */
export interface Source {
  /** The number that Jupyter shows before the cell. */
  count: number;
  text: string;
  /** The cell's line (from 1) of a place in the code that ran. */
  lineAt(line: number, column: number): number | null;
}

/** Where in which cell. */
export interface Place {
  cell: Source;
  line: number;
}

const OF_THE_LANGUAGE: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'AggregateError',
]);

/** Cells are compiled under this name, so that a stack tells them from files. */
export const fileOfCell = (count: number): string => `weft-cell-${count}`;
export const FRAMES_OF_CELLS = /weft-cell-(\d+):\d+:\d+/g;
const FRAME_OF_CELL = /weft-cell-(\d+):(\d+):(\d+)/;

/** An interrupted cell. Not a failure of anything, but the cells after it do not run. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted; run the cell again to start it anew');
  }
}

export function compileError(error: DoesNotCompile, source: string): CellError {
  const lines = source.split('\n');
  const shown = error.problems.flatMap(({ line, column, words }) => [
    `line ${line}: ${words}`,
    ...(lines[line - 1] === undefined ? [] : [`  ${lines[line - 1]}`, `  ${' '.repeat(column - 1)}^`]),
  ]);
  return { name: error.name, message: shown[0] ?? error.message, lines: shown };
}

/**
 * @param cells all cells that have run, by their number.
 * @param placed where an error came out of an await, if it did.
 */
export function cellError(error: unknown, cells: ReadonlyMap<number, Source>, placed: readonly Place[]): CellError {
  if (!(error instanceof Error) && !looksLikeError(error)) {
    const message = `thrown: ${typeof error === 'string' ? error : JSON.stringify(error)}`;
    return { name: 'Error', message, lines: [message, ...inCells(placed)] };
  }
  const { name, message } = error;
  const fromStack = placesOf(error.stack ?? '', cells);
  const places = fromStack.length > 0 ? fromStack : placed;
  const whose = firstFrame(error.stack ?? '');
  const first = headline(name, message, whose);
  const debug = process.env.WEFT_DEBUG ? ['', ...(error.stack ?? '').split('\n')] : [];
  return { name, message, lines: [...first, ...inCells(places), ...causes(error), ...debug] };
}

function headline(name: string, message: string, whose: 'cell' | 'weft' | 'other'): string[] {
  if (!OF_THE_LANGUAGE.has(name)) return [message];
  if (whose !== 'weft') return [name === 'Error' ? message : `${name}: ${message}`];
  return [
    `Weft failed where it should not: ${name}: ${message}`,
    'That is a mistake of Weft, not of the cell; WEFT_DEBUG=1 weft notebook shows where, for a report of it.',
  ];
}

/** Errors made in another realm (a thread, vm) are no instances of this one's Error. */
function looksLikeError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'stack' in value && 'name' in value;
}

function placesOf(stack: string, cells: ReadonlyMap<number, Source>): Place[] {
  return stack.split('\n').flatMap((frame) => {
    const found = FRAME_OF_CELL.exec(frame);
    if (found === null) return [];
    const cell = cells.get(Number(found[1]));
    const line = cell?.lineAt(Number(found[2]), Number(found[3])) ?? null;
    return cell === undefined || line === null ? [] : [{ cell, line }];
  });
}

/** Whose code threw: the cell's, Weft's own, or a package's and Node's, which the cell called or Weft did. */
function firstFrame(stack: string): 'cell' | 'weft' | 'other' {
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line) && !/node:|node_modules/.test(line));
  if (frame === undefined) return 'other';
  if (FRAME_OF_CELL.test(frame)) return 'cell';
  return /[\\/](analysis|data|workflows|notebooks)[\\/].*\.[cm]?[jt]s/.test(frame) ? 'weft' : 'other';
}

/** "line 3: const silos = …", a cell's number where it is not the failing cell's. */
function inCells(places: readonly Place[]): string[] {
  const last = Math.max(...places.map(({ cell }) => cell.count));
  const lines = places.map(({ cell, line }) => {
    const which = cell.count === last ? '' : `cell [${cell.count}] `;
    return `  ${which}line ${line}: ${(cell.text.split('\n')[line - 1] ?? '').trim()}`;
  });
  return lines.filter((line, index) => line !== lines[index - 1]);
}

function causes(error: Error): string[] {
  const { cause } = error;
  const more = error instanceof AggregateError ? error.errors : [];
  return [cause, ...more].filter((one) => one instanceof Error).map((one: Error) => `  because: ${one.message}`);
}
