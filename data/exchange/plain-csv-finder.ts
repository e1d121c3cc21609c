/**
 * Where the cells of a plain CSV file lie, and the words of bytes that tell them apart: found some rows at a time, four
 * bytes at a look. Whatever is unusual ends the search, and is left to the careful reader of csv.ts.
 */
import { LIMITS } from './limits.ts';
import { lowestByte, ofByte, SLICE_FIELDS, underLowest, writeSlice } from './slices.ts';

export const LINE_FEED = 10;
const TAB = 9;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const GUARD = 39;

const WORD = 4;
/** Nearer than this to the end of the file, whole words cannot be read without care. */
const MARGIN = 3 * WORD + 1;

/** Cells looked at together: what was found of them stays in the processor's cache until it is looked up. */
const CELLS_AT_ONCE = 1 << 11;

/** What a byte is to a look at single bytes. */
const ORDINARY = 0;
const ENDS_CELL = 1;
const BEFORE_LINE_FEED = 2;
const UNUSUAL = 3;

/** Finds the cells of some rows, then those of the next ones. */
export class CellFinder {
  /** The cells that were found last, blanks around them left out, row by row: slices as slices.ts lays them out. */
  readonly cells: Int32Array;
  readonly rowsAtOnce: number;
  /** Where the next row begins. */
  at: number;
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  readonly #separator: number;
  readonly #columns: number;
  readonly #meaning = new Uint8Array(256);

  constructor(bytes: Uint8Array, begin: number, separator: number, columns: number) {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#separator = separator;
    this.#columns = columns;
    this.at = begin;
    this.rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
    this.cells = new Int32Array(this.rowsAtOnce * columns * SLICE_FIELDS);
    this.#meaning.fill(UNUSUAL, 0, SPACE);
    this.#meaning[TAB] = ORDINARY;
    this.#meaning[QUOTE] = UNUSUAL;
    this.#meaning[separator] = ENDS_CELL;
    this.#meaning[LINE_FEED] = ENDS_CELL;
    this.#meaning[RETURN] = BEFORE_LINE_FEED;
  }

  /** How many rows were found, 0 being the end; −1 where something is unusual. */
  next(most: number): number {
    const bytes = this.#bytes;
    const words = this.#words;
    const cells = this.cells;
    const separator = this.#separator;
    const separators = ofByte(separator);
    const columns = this.#columns;
    const { length } = bytes;
    const wordsUntil = length - MARGIN;
    let rows = 0;
    let rowBegin = this.at;
    let place = 0;
    let column = 0;
    let filled = 0;
    for (let at = rowBegin; at <= length && rows < most; ) {
      let end = -1;
      if (at < wordsUntil) {
        let first = words.getInt32(at, true);
        let second = 0;
        let last = 0;
        if ((first & 0xff) === GUARD) return -1;
        let special = specialIn(first, separators);
        if (special !== 0) {
          end = at + lowestByte(special);
          first &= underLowest(special);
        } else {
          second = words.getInt32(at + WORD, true);
          special = specialIn(second, separators);
          if (special !== 0) {
            end = at + WORD + lowestByte(special);
            second &= underLowest(special);
          } else {
            last = words.getInt32(at + 2 * WORD, true);
            special = specialIn(last, separators);
            if (special !== 0) {
              end = at + 2 * WORD + lowestByte(special);
              last &= underLowest(special);
            }
          }
        }
        if (end >= 0) {
          const byte = bytes[end]!;
          if (byte === separator || byte === LINE_FEED || (byte === RETURN && bytes[end + 1] === LINE_FEED)) {
            cells[place] = at;
            cells[place + 1] = end - at;
            cells[place + 2] = first;
            cells[place + 3] = second;
            cells[place + 4] = last;
          } else {
            end = -1;
          }
        }
      }
      if (end < 0) {
        end = this.#cellEnd(at);
        if (end < 0) return -1;
        writeSlice(words, trimmedBegin(bytes, at, end), trimmedEnd(bytes, at, end), cells, place);
      }
      filled |= cells[place + 1]!;
      if (end < length && bytes[end] === separator) {
        if (++column === columns) return -1;
        place += SLICE_FIELDS;
        at = end + 1;
        continue;
      }
      if (filled === 0) {
        // Blank lines at the end are left out; elsewhere they would move the numbers of lines.
        if (!onlyLineEnds(bytes, rowBegin)) return -1;
        this.at = length + 1;
        break;
      }
      if (column + 1 !== columns || end - rowBegin > LIMITS.cellCharacters) return -1;
      place += SLICE_FIELDS;
      column = 0;
      filled = 0;
      at = end + (bytes[end] === RETURN ? 2 : 1);
      rowBegin = at;
      this.at = at;
      rows++;
    }
    return rows;
  }

  /** Byte by byte, where the cell ends that begins here, the end of the file being one; −1: something is unusual. */
  #cellEnd(begin: number): number {
    const bytes = this.#bytes;
    if (bytes[begin] === GUARD) return -1;
    for (let at = begin; at < bytes.length; at++) {
      const what = this.#meaning[bytes[at]!]!;
      if (what === ENDS_CELL) return at;
      if (what === UNUSUAL) return -1;
      if (what === BEFORE_LINE_FEED) return bytes[at + 1] === LINE_FEED ? at : -1;
    }
    return bytes.length;
  }
}

/**
 * Marks the highest bit of a byte that is a separator, or no more than a quote, as line ends and blanks are. Bytes behind
 * the first of them may be marked too: a borrow goes upwards.
 */
function specialIn(word: number, separators: number): number {
  const others = word ^ separators;
  return (((word - 0x23232323) & ~word) | ((others - 0x01010101) & ~others)) & 0x80808080;
}

/** Where a cell begins behind its blanks. */
function trimmedBegin(bytes: Uint8Array, begin: number, end: number): number {
  let at = begin;
  while (at < end && bytes[at]! <= SPACE) at++;
  return at;
}

/** Where a cell ends before its blanks; not before `begin`. */
function trimmedEnd(bytes: Uint8Array, begin: number, end: number): number {
  let at = end;
  while (at > begin && bytes[at - 1]! <= SPACE) at--;
  return at;
}

function onlyLineEnds(bytes: Uint8Array, begin: number): boolean {
  for (let at = begin; at < bytes.length; at++) if (bytes[at] !== LINE_FEED && bytes[at] !== RETURN) return false;
  return true;
}
