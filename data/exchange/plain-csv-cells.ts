/**
 * The cells of a plain CSV file, column by column: as codes of texts, as numbers, as rows of text.
 *
 * One pass finds where each cell lies and gives each cell of a column the code of its text, some rows at a time, so that
 * what was found is still at hand when it is looked up. Where cells lie is not kept: whoever wants numbers or rows of text
 * has the cells found again.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { distinct } from '../records/index.ts';
import { Interner } from './interner.ts';
import { LIMITS } from './limits.ts';
import { CellFinder, LINE_FEED } from './plain-csv-finder.ts';
import { plainNumber } from './plain-number.ts';
import { BEGIN, LENGTH, SLICE_FIELDS } from './slices.ts';
import type { TableRow } from './table.ts';
import { hasUnsafeCharacters, normalText } from './text.ts';

const DELETE = 127;

/** Texts, each once, and per column the code of each cell: cell r holds `texts[codes[r]]`. */
export interface CodedTexts {
  texts: readonly string[];
  codes: Int32Array[];
}

/** A column of more different texts, most of them seen once, is not coded before somebody asks. */
const MANY = 1 << 14;

/** The codes of one column, and what they stand for. */
interface CodedColumn {
  interner: Interner;
  codes: Int32Array;
}

/** The cells of a file, the header not among them. */
export class PlainCells {
  readonly names: readonly string[];
  readonly separator: string;
  readonly columns: number;
  readonly rows: number;
  /** The codes of a column that is blank, or the same, in every row. */
  readonly zeros: Int32Array;
  readonly #bytes: Buffer;
  readonly #begin: number;
  readonly #ascii: boolean;
  /** Null: not coded, or given to somebody. */
  readonly #coded: (CodedColumn | null)[];

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
    if (columns > LIMITS.columns) return null;
    const finder = new CellFinder(buffer, begin, separator.charCodeAt(0), columns);
    if (finder.next(1) !== 1) return null;
    const names = Array.from({ length: columns }, (_, column) => textAt(buffer, finder.cells, column, ascii));
    const bodyBegin = finder.at;
    const coded = codeColumns(buffer, finder, columns);
    if (coded === null || coded.rows === 0 || coded.rows > LIMITS.rows) return null;
    return new PlainCells(buffer, { names, separator, begin: bodyBegin, ascii }, coded);
  }

  private constructor(
    bytes: Buffer,
    { names, separator, begin, ascii }: { names: string[]; separator: string; begin: number; ascii: boolean },
    { rows, columns }: { rows: number; columns: (CodedColumn | null)[] },
  ) {
    this.#bytes = bytes;
    this.#begin = begin;
    this.#ascii = ascii;
    this.#coded = columns;
    this.names = names;
    this.separator = separator;
    this.columns = names.length;
    this.rows = rows;
    this.zeros = new Int32Array(rows);
  }

  /** The codes of several columns that speak of the same things, such as both ends of ties: short ones in order. */
  coded(...columns: readonly number[]): CodedTexts {
    const [first, ...others] = columns.map((column) => this.#take(column));
    const { interner, codes } = first!;
    const moved = others.map((other) => interner.codesFrom(other.interner));
    const order = this.#ascii ? interner.inOrder() : null;
    const place = order === null ? null : placesOf(order);
    if (place !== null) recode(codes, place);
    for (const [at, codeOf] of moved.entries()) {
      if (place !== null) recode(codeOf, place);
      recode(others[at]!.codes, codeOf);
    }
    const all = [codes, ...others.map((other) => other.codes)];
    const slices = interner.slices((begin, end) => sliceOf(this.#bytes, begin, end, this.#ascii));
    const texts = order === null ? slices : Array.from(order, (code) => slices[code]!);
    // Accents can be written in two ways, which are one text.
    if (this.#ascii) return { texts, codes: all };
    const once = all.map((coded) => distinct({ values: texts, codes: coded }));
    return { texts: once[0]!.values, codes: once.map((column) => column.codes) };
  }

  /**
   * A column of numbers, NaN where a cell is blank. Plain ones are added up digit by digit: up to 15 digits are exact in
   * a double, and so is the power of ten they are divided by, so that the quotient is what `Number` gives. `read` is
   * asked about all others; null: it could not read one either.
   */
  numbers(column: number, read: (text: string) => number | null): Float64Array | null {
    const bytes = this.#bytes;
    const numbers = new Float64Array(this.rows);
    for (const { cells, row: from, rows } of this.#found()) {
      for (let row = 0, at = column * SLICE_FIELDS; row < rows; row++, at += this.columns * SLICE_FIELDS) {
        const begin = cells[at + BEGIN]!;
        const end = begin + cells[at + LENGTH]!;
        if (begin === end) {
          numbers[from + row] = Number.NaN;
          continue;
        }
        const plain = plainNumber(bytes, begin, end);
        const number = Number.isNaN(plain) ? read(sliceOf(bytes, begin, end, this.#ascii)) : plain;
        if (number === null) return null;
        numbers[from + row] = number;
      }
    }
    return numbers;
  }

  /** As the careful reader gives them. */
  rowsOfText(): TableRow[] {
    const list: TableRow[] = [];
    for (const { cells, rows } of this.#found()) {
      for (let row = 0, cell = 0; row < rows; row++) {
        const texts: string[] = [];
        for (let column = 0; column < this.columns; column++) {
          texts.push(textAt(this.#bytes, cells, cell++, this.#ascii));
        }
        list.push({ line: list.length + 2, cells: texts });
      }
    }
    return list;
  }

  /** What it gives is the caller's to write into: who asks for a column again has it coded again. */
  #take(column: number): CodedColumn {
    const known = this.#coded[column] ?? null;
    this.#coded[column] = null;
    if (known !== null) return known;
    const coded = { interner: new Interner(this.#bytes, this.rows), codes: new Int32Array(this.rows) };
    for (const { cells, row, rows } of this.#found()) {
      coded.interner.codesOf({ cells, first: column, step: this.columns, rows }, coded.codes, row);
    }
    return coded;
  }

  *#found(): Generator<{ cells: Int32Array; row: number; rows: number }> {
    const finder = new CellFinder(this.#bytes, this.#begin, this.separator.charCodeAt(0), this.columns);
    for (let row = 0; row < this.rows; ) {
      const rows = finder.next(finder.rowsAtOnce);
      yield { cells: finder.cells, row, rows };
      row += rows;
    }
  }
}

/** Finds and codes all cells in one pass; null where something is unusual. */
function codeColumns(
  bytes: Buffer,
  finder: CellFinder,
  columns: number,
): { rows: number; columns: (CodedColumn | null)[] } | null {
  const most = rowsIn(bytes, finder.at);
  const coded: (CodedColumn | null)[] = Array.from({ length: columns }, () => ({
    interner: new Interner(bytes, most),
    codes: new Int32Array(most),
  }));
  let rows = 0;
  for (;;) {
    const more = finder.next(finder.rowsAtOnce);
    if (more < 0 || rows + more > LIMITS.rows) return null;
    if (more === 0) break;
    for (let column = 0; column < columns; column++) {
      const own = coded[column]!;
      if (own === null) continue;
      if (rows + more > own.codes.length) own.codes = longer(own.codes, rows + more);
      own.interner.codesOf({ cells: finder.cells, first: column, step: columns, rows: more }, own.codes, rows);
      if (own.interner.size > MANY && 2 * own.interner.size > rows + more) coded[column] = null;
    }
    rows += more;
  }
  for (const own of coded) if (own !== null) own.codes = own.codes.subarray(0, rows);
  return { rows, columns: coded };
}

/** About how many rows there are, and some more, if the rest is like the beginning. */
function rowsIn(bytes: Uint8Array, begin: number): number {
  const end = Math.min(bytes.length, begin + 65_536);
  let rows = 1;
  for (let at = begin; at < end; at++) if (bytes[at] === LINE_FEED) rows++;
  return Math.ceil((1.05 * rows * (bytes.length - begin)) / Math.max(1, end - begin));
}

function longer(codes: Int32Array, least: number): Int32Array {
  const more = new Int32Array(Math.max(least, Math.ceil(1.5 * codes.length)));
  more.set(codes);
  return more;
}

/** Of places in an order, the place of each. */
function placesOf(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  return places;
}

function recode(codes: Int32Array, codeOf: Int32Array): void {
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf[codes[row]!]!;
}

function textAt(bytes: Buffer, cells: Int32Array, cell: number, ascii: boolean): string {
  const begin = cells[cell * SLICE_FIELDS + BEGIN]!;
  return sliceOf(bytes, begin, begin + cells[cell * SLICE_FIELDS + LENGTH]!, ascii);
}

function sliceOf(bytes: Buffer, begin: number, end: number, ascii: boolean): string {
  return ascii ? bytes.toString('latin1', begin, end) : normalText(bytes.toString('utf8', begin, end));
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
