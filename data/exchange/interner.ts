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

export class Interner {
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  /** 1 + the code of the slice that hashes here; 0: free. A power of two of them, at most half in use. */
  #slots = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS / 2);
  #begins = new Int32Array(FIRST_SLOTS / 2);
  #ends = new Int32Array(FIRST_SLOTS / 2);
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
      const hashes = this.#hashes;
      const begins = this.#begins;
      const ends = this.#ends;
      const mask = slots.length - 1;
      for (; row < rows && this.#slots === slots; row++) {
        const cell = first + row * step;
        const begin = trimmedBegin(bytes, starts[cell]!, starts[cell + 1]! - 1);
        const end = trimmedEnd(bytes, begin, starts[cell + 1]! - 1);
        const hash = hashOf(bytes, words, begin, end);
        let slot = hash & mask;
        let code = slots[slot]! - 1;
        while (code >= 0) {
          const own = begins[code]!;
          if (hashes[code] === hash && ends[code]! - own === end - begin && areSame(bytes, words, own, begin, end))
            break;
          slot = (slot + 1) & mask;
          code = slots[slot]! - 1;
        }
        codes[row] = code >= 0 ? code : this.#add(slot, hash, begin, end);
      }
    }
    return codes;
  }

  /** Each slice once, in the order of codes. */
  slices<Value>(read: (begin: number, end: number) => Value): Value[] {
    const values: Value[] = [];
    for (let code = 0; code < this.#size; code++) values.push(read(this.#begins[code]!, this.#ends[code]!));
    return values;
  }

  #add(slot: number, hash: number, begin: number, end: number): number {
    const code = this.#size++;
    this.#slots[slot] = code + 1;
    this.#hashes[code] = hash;
    this.#begins[code] = begin;
    this.#ends[code] = end;
    if (2 * this.#size === this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      let slot = this.#hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
    this.#hashes = doubled(this.#hashes);
    this.#begins = doubled(this.#begins);
    this.#ends = doubled(this.#ends);
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

/** A multiplication for each word, as in FNV-1a for each byte; the last word overlaps the one before. */
function hashOf(bytes: Uint8Array, words: DataView, begin: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - begin);
  if (end - begin < WORD) {
    for (let at = begin; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return hash ^ (hash >>> 15);
  }
  const last = end - WORD;
  for (let at = begin; at < last; at += WORD) {
    hash = Math.imul(hash ^ words.getInt32(at, true), 0x9e3779b1);
    // Slots are chosen by the low bits, which no multiplication mixes with the high ones.
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ words.getInt32(last, true), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Whether the slice from `begin` to `end` is also found at `own`. */
function areSame(bytes: Uint8Array, words: DataView, own: number, begin: number, end: number): boolean {
  const away = own - begin;
  if (end - begin < WORD) {
    for (let at = begin; at < end; at++) if (bytes[at] !== bytes[at + away]) return false;
    return true;
  }
  const last = end - WORD;
  for (let at = begin; at < last; at += WORD) {
    if (words.getInt32(at, true) !== words.getInt32(at + away, true)) return false;
  }
  return words.getInt32(last, true) === words.getInt32(last + away, true);
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * column.length);
  more.set(column);
  return more;
}
