/**
 * Numbers the different byte slices of a file in the order in which they are first seen, so that an id that a hundred
 * thousand cells repeat becomes a text once. An open-addressing hash table over slices: no text and no object is made
 * for a cell that was seen before.
 */

const FIRST_SLOTS = 1 << 10;
/** Four bytes are looked at together. */
const WORD = 4;
const SPACE = 32;

/** Cells of one column: cell r lies from `starts[first + r · step]` to one before `starts[first + r · step + 1]`. */
export interface CellColumn {
  starts: Int32Array;
  first: number;
  step: number;
  rows: number;
}

/** What is kept of a slice, side by side, so that looking at it touches one line of the machine's memory. */
const LENGTH = 0;
const FIRST_WORD = 1;
const LAST_WORD = 2;
const BEGIN = 3;
const FIELDS = 4;

export class Interner {
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  /** 1 + the code of the slice that hashes here; 0: free. A power of two of them, at most half in use. */
  #slots = new Int32Array(FIRST_SLOTS);
  #kept = new Int32Array((FIRST_SLOTS / 2) * FIELDS);
  #size = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The code of each cell, blanks around it left out. */
  codesOf({ starts, first, step, rows }: CellColumn): Int32Array {
    const bytes = this.#bytes;
    const words = this.#words;
    const codes = new Int32Array(rows);
    for (let row = 0; row < rows; ) {
      // The table is held in variables until it grows: this loop runs for every cell of a column.
      const slots = this.#slots;
      const kept = this.#kept;
      const mask = slots.length - 1;
      for (; row < rows && this.#slots === slots; row++) {
        const cell = first + row * step;
        const begin = trimmedBegin(bytes, starts[cell]!, starts[cell + 1]! - 1);
        const end = trimmedEnd(bytes, begin, starts[cell + 1]! - 1);
        const length = end - begin;
        const firstWord = length < WORD ? shortWord(bytes, begin, end) : words.getInt32(begin, true);
        const lastWord = length < WORD ? 0 : words.getInt32(end - WORD, true);
        let slot = hashOf(words, begin, length, firstWord, lastWord) & mask;
        let code = slots[slot]! - 1;
        for (; code >= 0; code = slots[slot]! - 1) {
          const at = code * FIELDS;
          if (
            kept[at + LENGTH] === length &&
            kept[at + FIRST_WORD] === firstWord &&
            kept[at + LAST_WORD] === lastWord &&
            (length <= 2 * WORD || areSameBetween(words, kept[at + BEGIN]!, begin, length))
          ) {
            break;
          }
          slot = (slot + 1) & mask;
        }
        codes[row] = code >= 0 ? code : this.#add(slot, length, firstWord, lastWord, begin);
      }
    }
    return codes;
  }

  /** Each slice once, in the order of codes. */
  slices<Value>(read: (begin: number, end: number) => Value): Value[] {
    const values: Value[] = [];
    for (let at = 0; at < this.#size * FIELDS; at += FIELDS) {
      const begin = this.#kept[at + BEGIN]!;
      values.push(read(begin, begin + this.#kept[at + LENGTH]!));
    }
    return values;
  }

  #add(slot: number, length: number, firstWord: number, lastWord: number, begin: number): number {
    const code = this.#size++;
    this.#slots[slot] = code + 1;
    this.#kept.set([length, firstWord, lastWord, begin], code * FIELDS);
    if (2 * this.#size === this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      const [length, firstWord, lastWord, begin] = this.#kept.subarray(code * FIELDS, (code + 1) * FIELDS);
      let slot = hashOf(this.#words, begin!, length!, firstWord!, lastWord!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    const kept = new Int32Array(2 * this.#kept.length);
    kept.set(this.#kept);
    this.#kept = kept;
    this.#slots = slots;
  }
}

/** Where a cell begins behind its blanks. */
export function trimmedBegin(bytes: Uint8Array, begin: number, end: number): number {
  let at = begin;
  while (at < end && bytes[at]! <= SPACE) at++;
  return at;
}

/** Where a cell ends before its blanks. */
export function trimmedEnd(bytes: Uint8Array, begin: number, end: number): number {
  let at = end;
  while (at > begin && bytes[at - 1]! <= SPACE) at--;
  return at;
}

/** A slice of fewer than four bytes as a number; no two of one length have the same. */
function shortWord(bytes: Uint8Array, begin: number, end: number): number {
  let word = 0;
  for (let at = begin; at < end; at++) word = (word << 8) | bytes[at]!;
  return word;
}

/** A multiplication for each word, as in FNV-1a for each byte; the last word may overlap the one before. */
function hashOf(words: DataView, begin: number, length: number, firstWord: number, lastWord: number): number {
  let hash = Math.imul(firstWord ^ length, 0x9e3779b1);
  // Slots are chosen by the low bits, which no multiplication mixes with the high ones.
  hash ^= hash >>> 15;
  for (let at = begin + WORD; at < begin + length - WORD; at += WORD) {
    hash = Math.imul(hash ^ words.getInt32(at, true), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ lastWord, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Whether two slices of one length have the same words between the first and the last. */
function areSameBetween(words: DataView, a: number, b: number, length: number): boolean {
  for (let at = WORD; at < length - WORD; at += WORD) {
    if (words.getInt32(a + at, true) !== words.getInt32(b + at, true)) return false;
  }
  return true;
}
