/**
 * Where the cells of a plain CSV file lie: found some rows at a time, byte by byte. Whatever is unusual ends the search,
 * and is left to the careful reader of csv.ts.
 */
import { LIMITS } from './limits.ts';

export const LINE_FEED = 10;
const TAB = 9;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const GUARD = 39;

/** Cells looked at together: what was found of them stays in the processor's cache until it is looked up. */
const CELLS_AT_ONCE = 1 << 12;

/** What a byte is to the scan. */
const ORDINARY = 0;
const ENDS_CELL = 1;
const ENDS_ROW = 2;
const BEFORE_LINE_FEED = 3;
const UNUSUAL = 4;

/** Finds the cells of some rows, then those of the next ones. */
export class CellFinder {
  /** Where each cell begins that was found last; the next one begins after what ends it. */
  readonly starts: Int32Array;
  readonly rowsAtOnce: number;
  /** Where the next row begins. */
  at: number;
  readonly #bytes: Uint8Array;
  readonly #separator: number;
  readonly #columns: number;
  readonly #meaning = new Uint8Array(256);

  constructor(bytes: Uint8Array, begin: number, separator: number, columns: number) {
    this.#bytes = bytes;
    this.#separator = separator;
    this.#columns = columns;
    this.at = begin;
    this.rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
    this.starts = new Int32Array(this.rowsAtOnce * columns + 1);
    this.#meaning.fill(UNUSUAL, 0, SPACE);
    this.#meaning[TAB] = ORDINARY;
    this.#meaning[QUOTE] = UNUSUAL;
    this.#meaning[separator] = ENDS_CELL;
    this.#meaning[LINE_FEED] = ENDS_ROW;
    this.#meaning[RETURN] = BEFORE_LINE_FEED;
  }

  /** How many rows were found, 0 being the end; −1 where something is unusual. */
  next(most: number): number {
    const bytes = this.#bytes;
    const starts = this.starts;
    const meaning = this.#meaning;
    const columns = this.#columns;
    const { length } = bytes;
    // Letters, and digits mostly, come after all that has a meaning.
    const ordinaryFrom = Math.max(this.#separator, QUOTE) + 1;
    let rowBegin = this.at;
    let rows = 0;
    let cell = 0;
    let rowEnd = columns;
    starts[0] = rowBegin;
    if (rowBegin < length && bytes[rowBegin] === GUARD) return -1;
    for (let at = rowBegin; at <= length && rows < most; at++) {
      while (at < length && bytes[at]! >= ordinaryFrom) at++;
      // The end of the file ends the last row too.
      const what = at === length ? ENDS_ROW : meaning[bytes[at]!]!;
      if (what === ORDINARY) continue;
      if (what === UNUSUAL) return -1;
      if (what === BEFORE_LINE_FEED) {
        if (bytes[at + 1] !== LINE_FEED) return -1;
        continue;
      }
      if (at + 1 < length && bytes[at + 1] === GUARD) return -1;
      if (what === ENDS_CELL) {
        starts[++cell] = at + 1;
        if (cell === rowEnd) return -1;
        continue;
      }
      if (isBlank(bytes, rowBegin, at, this.#separator)) {
        // Blank lines at the end are left out; elsewhere they would move the numbers of lines.
        if (!onlyLineEnds(bytes, rowBegin)) return -1;
        this.at = length + 1;
        break;
      }
      starts[++cell] = at + 1;
      if (cell !== rowEnd || at - rowBegin > LIMITS.cellCharacters) return -1;
      rowEnd += columns;
      rowBegin = at + 1;
      this.at = rowBegin;
      rows++;
    }
    return rows;
  }
}

function isBlank(bytes: Uint8Array, begin: number, end: number, separator: number): boolean {
  for (let at = begin; at < end; at++) if (bytes[at]! > SPACE && bytes[at] !== separator) return false;
  return true;
}

function onlyLineEnds(bytes: Uint8Array, begin: number): boolean {
  for (let at = begin; at < bytes.length; at++) if (bytes[at] !== LINE_FEED && bytes[at] !== RETURN) return false;
  return true;
}
