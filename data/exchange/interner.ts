/**
 * Numbers the different byte slices of a file in the order in which they are first seen, so that an id that a hundred
 * thousand cells repeat becomes a text once. An open-addressing hash table over slices: no text and no object is made
 * for a cell that was seen before.
 */

const FIRST_SLOTS = 1 << 12;
/** So many slots for each slice, and more: nearly every look is the first and the last, which the processor foresees. */
const SLOTS_PER_SLICE = 4;
/** Four bytes are looked at together. */
const WORD = 4;
const SPACE = 32;
/** Of the four bytes where a slice begins, those that belong to it: by its length. */
const BITS = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** Cells of one column: cell r lies from `starts[first + r · step]` to one before `starts[first + r · step + 1]`. */
export interface CellColumn {
  starts: Int32Array;
  first: number;
  step: number;
  rows: number;
}

/** Ids this long are put in order byte by byte; it takes a pass for each. */
const SHORT = 16;

/** What is kept of a slice, side by side, so that looking at it touches one line of the machine's memory. */
const LENGTH = 0;
const FIRST_WORD = 1;
const MIDDLE_WORD = 2;
const LAST_WORD = 3;
const BEGIN = 4;
const FIELDS = 5;

/** Whole numbers below this, as many files have for ids, are looked up by their value once they have been seen. */
const NUMBERS = 1 << 17;
/** By the length of a slice of a word or less: zeros, as digits, in the place of the bytes it has not. */
const ZEROS = Int32Array.of(0x30303030, 0x303030, 0x3030, 0x30, 0);

export class Interner {
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  /** 1 + the code of the slice that hashes here; 0: free. A power of two of them. */
  #slots = new Int32Array(FIRST_SLOTS);
  #kept = new Int32Array((FIRST_SLOTS / SLOTS_PER_SLICE) * FIELDS);
  /** 1 + the code of each whole number that was seen; 0: not yet. */
  #numbers = new Int32Array(NUMBERS);
  #size = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many different slices there are. */
  get size(): number {
    return this.#size;
  }

  /** Writes the code of each cell, blanks around it left out, from `codes[into]` on. */
  codesOf({ starts, first, step, rows }: CellColumn, codes: Int32Array, into: number): void {
    const bytes = this.#bytes;
    const words = this.#words;
    const wholeWords = words.byteLength - WORD;
    for (let row = 0, cell = first; row < rows; ) {
      // The table is held in variables until it grows: this loop runs for every cell of a column.
      const slots = this.#slots;
      const kept = this.#kept;
      const numbers = this.#numbers;
      const mask = slots.length - 1;
      const most = slots.length / SLOTS_PER_SLICE - 1;
      for (; row < rows && this.#size < most; row++, cell += step) {
        let begin = starts[cell]!;
        let end = starts[cell + 1]! - 1;
        if (begin < end && (bytes[begin]! <= SPACE || bytes[end - 1]! <= SPACE)) {
          begin = trimmedBegin(bytes, begin, end);
          end = trimmedEnd(bytes, begin, end);
        }
        const length = end - begin;
        // Of a slice of one word or less, the last word is the first one.
        const firstWord =
          begin <= wholeWords
            ? words.getInt32(begin, true) & BITS[length < WORD ? length : WORD]!
            : lastBytes(bytes, begin, end);
        const lastWord = length <= WORD ? firstWord : words.getInt32(end - WORD, true);
        const number = wholeNumber(length, firstWord, lastWord);
        if (number >= 0 && number < NUMBERS && numbers[number] !== 0) {
          codes[into + row] = numbers[number]! - 1;
          continue;
        }
        // Up to three words, such as a date, the three together hold all of it.
        const middleWord = length <= 2 * WORD ? 0 : words.getInt32(begin + (length >> 1) - WORD / 2, true);
        let slot = hashOf(words, begin, length, firstWord, middleWord, lastWord) & mask;
        let code = slots[slot]! - 1;
        for (; code >= 0; code = slots[slot]! - 1) {
          const at = code * FIELDS;
          if (
            kept[at + LAST_WORD] === lastWord &&
            kept[at + MIDDLE_WORD] === middleWord &&
            kept[at + FIRST_WORD] === firstWord &&
            kept[at + LENGTH] === length &&
            (length <= 3 * WORD || areSameBetween(words, kept[at + BEGIN]!, begin, length))
          ) {
            break;
          }
          slot = (slot + 1) & mask;
        }
        if (code < 0) code = this.#add(slot, length, firstWord, middleWord, lastWord, begin);
        if (number >= 0 && number < NUMBERS) numbers[number] = code + 1;
        codes[into + row] = code;
      }
      if (this.#size === most) this.#grow();
    }
  }

  /** The code here of each slice that another one knows. */
  codesFrom(other: Interner): Int32Array {
    const codes = new Int32Array(other.#size);
    const starts = new Int32Array(2 * other.#size);
    for (let code = 0, at = 0; code < other.#size; code++, at += FIELDS) {
      starts[2 * code] = other.#kept[at + BEGIN]!;
      starts[2 * code + 1] = other.#kept[at + BEGIN]! + other.#kept[at + LENGTH]! + 1;
    }
    this.codesOf({ starts, first: 0, step: 2, rows: other.#size }, codes, 0);
    return codes;
  }

  /** The codes in the order of the bytes of their slices; null where one is too long for that. */
  inOrder(): Int32Array | null {
    const kept = this.#kept;
    let longest = 0;
    for (let code = 0; code < this.#size; code++) longest = Math.max(longest, kept[code * FIELDS + LENGTH]!);
    if (longest > SHORT) return null;
    let order = new Int32Array(this.#size);
    for (let code = 0; code < order.length; code++) order[code] = code;
    let before = new Int32Array(this.#size);
    // By the last byte, then by the one before it and so on: each pass keeps the order of the passes before.
    for (let place = longest - 1; place >= 0; place--) {
      [order, before] = [before, order];
      const next = new Int32Array(258);
      for (let code = 0; code < this.#size; code++) next[this.#byteAt(code, place) + 1]!++;
      for (let byte = 0; byte < 257; byte++) next[byte + 1]! += next[byte]!;
      for (let at = 0; at < before.length; at++) order[next[this.#byteAt(before[at]!, place)]!++] = before[at]!;
    }
    return order;
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

  /** 0 behind its end. */
  #byteAt(code: number, place: number): number {
    const at = code * FIELDS;
    return place < this.#kept[at + LENGTH]! ? 1 + this.#bytes[this.#kept[at + BEGIN]! + place]! : 0;
  }

  #add(slot: number, length: number, firstWord: number, middleWord: number, lastWord: number, begin: number): number {
    const code = this.#size++;
    const at = code * FIELDS;
    this.#slots[slot] = code + 1;
    this.#kept[at + LENGTH] = length;
    this.#kept[at + FIRST_WORD] = firstWord;
    this.#kept[at + MIDDLE_WORD] = middleWord;
    this.#kept[at + LAST_WORD] = lastWord;
    this.#kept[at + BEGIN] = begin;
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const kept = new Int32Array((slots.length / SLOTS_PER_SLICE) * FIELDS);
    kept.set(this.#kept);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      const at = code * FIELDS;
      const first = kept[at + FIRST_WORD]!;
      const middle = kept[at + MIDDLE_WORD]!;
      const last = kept[at + LAST_WORD]!;
      let slot = hashOf(this.#words, kept[at + BEGIN]!, kept[at + LENGTH]!, first, middle, last) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
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

/**
 * The number that a slice of up to eight digits writes; −1 where it is something else, or begins with a zero that another
 * text of the same number would not have: 7 and 007 are two ids.
 */
function wholeNumber(length: number, firstWord: number, lastWord: number): number {
  if (length === 0 || length > 2 * WORD) return -1;
  if ((firstWord & 0xff) === 0x30 && length > 1) return -1;
  if (length <= WORD) return fourDigits(moved(firstWord, length));
  const low = fourDigits(lastWord);
  const high = fourDigits(moved(firstWord, length - WORD));
  return low < 0 || high < 0 ? -1 : 10_000 * high + low;
}

/** The first bytes of a word as its last ones, behind zeros. */
function moved(word: number, bytes: number): number {
  return (word << (8 * (WORD - bytes))) | ZEROS[bytes]!;
}

/** Four digits at once: two pairs are added up side by side, then the one to the other. −1: not all of them are digits. */
function fourDigits(word: number): number {
  const digits = word ^ 0x30303030;
  if ((((digits + 0x76767676) | digits) & 0x80808080) !== 0) return -1;
  const pairs = Math.imul(digits, 10) + (digits >>> 8);
  return 100 * (pairs & 0xff) + ((pairs >>> 16) & 0xff);
}

/** The first word of a slice that ends too near the end of the file for a whole word to be read. */
function lastBytes(bytes: Uint8Array, begin: number, end: number): number {
  let word = 0;
  for (let at = begin; at < end && at < begin + WORD; at++) word |= bytes[at]! << (8 * (at - begin));
  return word;
}

/** A multiplication for each word, as in FNV-1a for each byte; words may overlap the ones before. */
function hashOf(
  words: DataView,
  begin: number,
  length: number,
  firstWord: number,
  middleWord: number,
  lastWord: number,
): number {
  let hash = Math.imul(firstWord ^ length, 0x9e3779b1);
  // Slots are chosen by the low bits, which no multiplication mixes with the high ones.
  hash ^= hash >>> 15;
  if (length > 2 * WORD) {
    hash = Math.imul(hash ^ middleWord, 0xc2b2ae35);
    hash ^= hash >>> 15;
    for (let at = begin + WORD; length > 3 * WORD && at < begin + length - WORD; at += WORD) {
      hash = Math.imul(hash ^ words.getInt32(at, true), 0x01000193);
      hash ^= hash >>> 15;
    }
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
