/**
 * CSV without anything unusual, straight from its bytes: one pass finds where each cell begins, and a column is read
 * into numbers or codes when somebody asks for it. A text of each cell is made only where rows are asked for.
 *
 * What may be read in more than one way is left to the careful reader of csv.ts, which also says what is wrong and where:
 * a quote, a guard ('=), a carriage return by itself, a control character, a row of another width, a blank row between
 * others, a header that is blank, doubled or strange, bytes that are not UTF-8. What this reader does give is the table
 * that the careful one gives, to the last character (plain-csv.test.ts).
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { distinct } from '../records/index.ts';
import { Problems } from './import-error.ts';
import { Interner, trimmedBegin, trimmedEnd } from './interner.ts';
import { LIMITS } from './limits.ts';
import { type Table, type TableRow, tableOf } from './table.ts';
import { hasUnsafeCharacters, normalText } from './text.ts';

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const GUARD = 39;
const DELETE = 127;

/** Texts, each once, and per column the code of each cell: cell r holds `texts[codes[r]]`. */
export interface CodedTexts {
  texts: readonly string[];
  codes: Int32Array[];
}

/** A table whose rows are made when they are asked for, and whose columns can be had without them. */
export interface PlainTable extends Table {
  plain: PlainCells;
}

export function isPlain(table: Table): table is PlainTable {
  return 'plain' in table;
}

/** Null: not plain, so that the careful reader must look at it. */
export function readPlainCsv(bytes: Uint8Array, file: string): PlainTable | null {
  const cells = PlainCells.find(bytes);
  if (cells === null) return null;
  const problems = new Problems();
  const names = Array.from({ length: cells.columns }, (_, column) => cells.text(-1, column));
  const raw = { file, name: file.replace(/\.[^.]*$/, ''), decimalComma: cells.separator !== ',', strictWidth: true };
  const head = tableOf({ ...raw, rows: [{ line: 1, cells: names }] }, problems);
  if (head === null || problems.total > 0 || head.header.length < cells.columns) return null;
  let rows: TableRow[] | null = null;
  return {
    ...head,
    plain: cells,
    get rows() {
      rows ??= cells.rowsOfText();
      return rows;
    },
  };
}

/** Where the cells of a file are: cell c of row r is number (r + 1) · columns + c, the header being row −1. */
export class PlainCells {
  readonly separator: string;
  readonly columns: number;
  readonly rows: number;
  /** The codes of a column that is blank, or the same, in every row. */
  readonly zeros: Int32Array;
  readonly #bytes: Buffer;
  /** Where each cell begins; the next one begins after the separator or line feed that ends it. */
  readonly #starts: Int32Array;
  readonly #ascii: boolean;

  static find(bytes: Uint8Array): PlainCells | null {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.includes(DELETE)) return null;
    const ascii = isAscii(buffer);
    const begin = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
    if (!ascii && !(isUtf8(buffer) && isPlainText(buffer.toString('utf8', begin)))) return null;
    const headerEnd = buffer.indexOf(LINE_FEED, begin);
    if (headerEnd < 0) return null;
    const header = buffer.toString('latin1', begin, headerEnd);
    if (header.startsWith('sep=')) return null;
    const separator = sniffSeparator(header);
    const columns = header.split(separator).length;
    const starts = columns > LIMITS.columns ? null : findCells(buffer, begin, separator.charCodeAt(0), columns);
    if (starts === null || starts.length <= columns + 1) return null;
    return new PlainCells(buffer, starts, separator, columns, ascii);
  }

  private constructor(bytes: Buffer, starts: Int32Array, separator: string, columns: number, ascii: boolean) {
    this.#bytes = bytes;
    this.#starts = starts;
    this.#ascii = ascii;
    this.separator = separator;
    this.columns = columns;
    this.rows = (starts.length - 1) / columns - 1;
    this.zeros = new Int32Array(this.rows);
  }

  /** The codes of several columns that speak of the same things, such as both ends of ties. */
  coded(...columns: readonly number[]): CodedTexts {
    const interner = new Interner(this.#bytes);
    const codes = columns.map((column) =>
      interner.codesOf({ starts: this.#starts, first: this.columns + column, step: this.columns, rows: this.rows }),
    );
    const texts = interner.slices((begin, end) => this.#slice(begin, end));
    // Accents can be written in two ways, which are one text.
    if (this.#ascii) return { texts, codes };
    const once = codes.map((coded) => distinct({ values: texts, codes: coded }));
    return { texts: once[0]!.values, codes: once.map((column) => column.codes) };
  }

  /**
   * A column of numbers, NaN where a cell is blank. Plain ones are added up digit by digit: up to 15 digits are exact in
   * a double, and so is the power of ten they are divided by, so that the quotient is what `Number` gives. `read` is
   * asked about all others; null: it could not read one either.
   */
  numbers(column: number, read: (text: string) => number | null): Float64Array | null {
    const bytes = this.#bytes;
    const starts = this.#starts;
    const numbers = new Float64Array(this.rows);
    for (let row = 0, cell = this.columns + column; row < this.rows; row++, cell += this.columns) {
      const begin = trimmedBegin(bytes, starts[cell]!, starts[cell + 1]! - 1);
      const end = trimmedEnd(bytes, begin, starts[cell + 1]! - 1);
      if (begin === end) {
        numbers[row] = Number.NaN;
        continue;
      }
      const plain = plainNumber(bytes, begin, end);
      const number = Number.isNaN(plain) ? read(this.#slice(begin, end)) : plain;
      if (number === null) return null;
      numbers[row] = number;
    }
    return numbers;
  }

  text(row: number, column: number): string {
    const cell = (row + 1) * this.columns + column;
    const end = this.#starts[cell + 1]! - 1;
    const begin = trimmedBegin(this.#bytes, this.#starts[cell]!, end);
    return this.#slice(begin, trimmedEnd(this.#bytes, begin, end));
  }

  /** As the careful reader gives them. */
  rowsOfText(): TableRow[] {
    // Where every byte is a character, cells are slices of one text.
    const whole = this.#ascii ? this.#bytes.toString('latin1') : null;
    const rows: TableRow[] = [];
    for (let row = 0, cell = this.columns; row < this.rows; row++) {
      const cells: string[] = [];
      for (let column = 0; column < this.columns; column++, cell++) {
        const end = this.#starts[cell + 1]! - 1;
        const begin = trimmedBegin(this.#bytes, this.#starts[cell]!, end);
        const trimmed = trimmedEnd(this.#bytes, begin, end);
        cells.push(whole === null ? this.#slice(begin, trimmed) : whole.slice(begin, trimmed));
      }
      rows.push({ line: row + 2, cells });
    }
    return rows;
  }

  #slice(begin: number, end: number): string {
    return this.#ascii
      ? this.#bytes.toString('latin1', begin, end)
      : normalText(this.#bytes.toString('utf8', begin, end));
  }
}

/** No character that a problem would be made of, and no blank of other scripts: only plain ones are looked for. */
function isPlainText(text: string): boolean {
  return !hasUnsafeCharacters(text) && !/[^\S\t\n\r ]/.test(text);
}

/** The separator that the header uses most; a file with one column has none: comma. As in csv.ts, where it is text. */
function sniffSeparator(header: string): string {
  let best = ',';
  for (const separator of [';', '\t']) {
    if (header.split(separator).length > header.split(best).length) best = separator;
  }
  return best;
}

/** What a byte is to the scan. */
const ORDINARY = 0;
const ENDS_CELL = 1;
const ENDS_ROW = 2;
const BEFORE_LINE_FEED = 3;
const UNUSUAL = 4;

/** Where each cell begins, and where one after the last would; null where something is unusual. */
function findCells(bytes: Uint8Array, begin: number, separator: number, columns: number): Int32Array | null {
  const meaning = new Uint8Array(256);
  meaning.fill(UNUSUAL, 0, SPACE);
  meaning[TAB] = ORDINARY;
  meaning[QUOTE] = UNUSUAL;
  meaning[separator] = ENDS_CELL;
  meaning[LINE_FEED] = ENDS_ROW;
  meaning[RETURN] = BEFORE_LINE_FEED;

  // Letters, and digits mostly, come after all that has a meaning.
  const ordinaryFrom = Math.max(separator, QUOTE) + 1;
  const { length } = bytes;
  let starts = new Int32Array(columns + 1 + Math.ceil(cellsIn(bytes, begin, columns) * 1.05));
  let cell = 0;
  let rowBegin = begin;
  let rowCells = 1;
  starts[0] = begin;
  if (bytes[begin] === GUARD) return null;
  for (let at = begin; at <= length; at++) {
    while (at < length && bytes[at]! >= ordinaryFrom) at++;
    // The end of the file ends the last row too.
    const what = at === length ? ENDS_ROW : meaning[bytes[at]!]!;
    if (what === ORDINARY) continue;
    if (what === UNUSUAL) return null;
    if (what === BEFORE_LINE_FEED) {
      if (bytes[at + 1] !== LINE_FEED) return null;
      continue;
    }
    if (bytes[at + 1] === GUARD) return null;
    if (cell + 2 > starts.length) {
      const more = new Int32Array(2 * starts.length);
      more.set(starts);
      starts = more;
    }
    if (what === ENDS_CELL) {
      rowCells++;
      starts[++cell] = at + 1;
      continue;
    }
    if (isBlank(bytes, rowBegin, at, separator)) {
      // Blank lines at the end are left out; elsewhere they would move the numbers of lines.
      return onlyLineEnds(bytes, rowBegin) ? starts.subarray(0, cell + 1) : null;
    }
    if (rowCells !== columns || at - rowBegin > LIMITS.cellCharacters) return null;
    starts[++cell] = at + 1;
    if (cell > (LIMITS.rows + 1) * columns) return null;
    rowBegin = at + 1;
    rowCells = 1;
  }
  return starts.subarray(0, cell + 1);
}

/** About how many cells there are, if the rest is like the beginning. */
function cellsIn(bytes: Uint8Array, begin: number, columns: number): number {
  const end = Math.min(bytes.length, begin + 65_536);
  let rows = 1;
  for (let at = begin; at < end; at++) if (bytes[at] === LINE_FEED) rows++;
  return (rows * columns * (bytes.length - begin)) / Math.max(1, end - begin);
}

function isBlank(bytes: Uint8Array, begin: number, end: number, separator: number): boolean {
  for (let at = begin; at < end; at++) if (bytes[at]! > SPACE && bytes[at] !== separator) return false;
  return true;
}

function onlyLineEnds(bytes: Uint8Array, begin: number): boolean {
  for (let at = begin; at < bytes.length; at++) if (bytes[at] !== LINE_FEED && bytes[at] !== RETURN) return false;
  return true;
}

/** Digits with a sign and a decimal point at most, 15 of them; NaN: something else. */
function plainNumber(bytes: Uint8Array, begin: number, end: number): number {
  const negative = bytes[begin] === 45;
  let at = negative ? begin + 1 : begin;
  if (end - at > 16) return Number.NaN;
  let digits = 0;
  let value = 0;
  let divisor = 0;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 46) {
      if (divisor > 0 || digits === 0) return Number.NaN;
      divisor = 1;
      continue;
    }
    if (byte < 48 || byte > 57) return Number.NaN;
    value = value * 10 + (byte - 48);
    divisor *= 10;
    digits++;
  }
  if (digits === 0 || digits > 15) return Number.NaN;
  const magnitude = divisor > 1 ? value / divisor : value;
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}
