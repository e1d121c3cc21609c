/**
 * Numbers the different byte slices of a file in the order in which they are first seen, so that an id that a hundred
 * thousand cells repeat becomes a text once. An open-addressing hash table over slices: no text and no object is made
 * for a cell that was seen before, and the file is not looked at again for one of up to twelve bytes.
 */
import {
  areSameBetween,
  BEGIN,
  FIRST_WORD,
  hashBetween,
  hashOf,
  LAST_WORD,
  LENGTH,
  SECOND_WORD,
  SLICE_FIELDS,
  WHOLE,
  wholeNumber,
} from './slices.ts';

/** A table begins with room for so many slices at least, and at most: most files name no more, and it grows where one does. */
const LEAST_ROOM = 1 << 10;
const MOST_ROOM = 1 << 13;
/** One slice in so many cells is new, or fewer. */
const CELLS_PER_SLICE = 8;
/** So many slots for each slice, and more: nearly every look is the first and the last, which the processor foresees. */
const SLOTS_PER_SLICE = 2;
/**
 * A slot holds the three words of a slice, so that a look touches one line of the machine's memory, and what its code is:
 * 1 + the code of a slice that the words say all of, the complement of the code of a longer one, 0 where it is free.
 */
const SLOT_BITS = 2;
const SLOT_FIELDS = 1 << SLOT_BITS;
const CODE = 3;

/** Slices laid out as slices.ts says; those of one column are number `first`, `first + step` … */
export interface CellColumn {
  cells: Int32Array;
  first: number;
  step: number;
  rows: number;
}

/** Whole numbers below this, as many files have for ids, are looked up by their value and are in no slot. */
const NUMBERS = 1 << 14;
const isSmall = (number: number): boolean => number >= 0 && number < NUMBERS;

/** Ids this long are put in order byte by byte; it takes a pass for each. */
const SHORT = 16;

export class Interner {
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  /** A power of two of slots; a free one until a slice needs one. */
  #slots: Int32Array = new Int32Array(SLOT_FIELDS);
  /** The slices, in the order of codes. */
  #kept: Int32Array;
  /** 1 + the code of each whole number that was seen; 0: not yet. */
  readonly #numbers = new Int32Array(NUMBERS);
  #size = 0;

  /** @param cells about how many will be looked up. */
  constructor(bytes: Uint8Array, cells: number) {
    let room = LEAST_ROOM;
    while (room < MOST_ROOM && room * CELLS_PER_SLICE < cells) room *= 2;
    this.#kept = new Int32Array(room * SLICE_FIELDS);
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many different slices there are. */
  get size(): number {
    return this.#size;
  }

  /** Writes the code of each cell from `codes[into]` on. */
  codesOf({ cells, first, step, rows }: CellColumn, codes: Int32Array, into: number): void {
    const stride = step * SLICE_FIELDS;
    const numbers = this.#numbers;
    for (let row = 0, cell = first * SLICE_FIELDS; row < rows; row++, cell += stride) {
      // The table is held in a variable until it grows: this loop runs for every cell of a column.
      const slots = this.#slots;
      const mask = slots.length - 1;
      for (; row < rows; row++, cell += stride) {
        const length = cells[cell + LENGTH]!;
        if (length > WHOLE) break;
        const firstWord = cells[cell + FIRST_WORD]!;
        const secondWord = cells[cell + SECOND_WORD]!;
        const number = wholeNumber(length, firstWord, secondWord);
        if (isSmall(number)) {
          const held = numbers[number]!;
          if (held === 0) break;
          codes[into + row] = held - 1;
          continue;
        }
        const lastWord = cells[cell + LAST_WORD]!;
        let slot = (hashOf(firstWord, secondWord, lastWord) << SLOT_BITS) & mask;
        while (
          slots[slot] !== firstWord ||
          slots[slot + 1] !== secondWord ||
          slots[slot + 2] !== lastWord ||
          slots[slot + CODE]! <= 0
        ) {
          if (slots[slot + CODE] === 0) break;
          slot = (slot + SLOT_FIELDS) & mask;
        }
        const held = slots[slot + CODE]!;
        if (held === 0) break;
        codes[into + row] = held - 1;
      }
      if (row < rows) codes[into + row] = this.#codeOf(cells, cell);
    }
  }

  /** The code here of each slice that another one knows. */
  codesFrom(other: Interner): Int32Array {
    const codes = new Int32Array(other.#size);
    this.codesOf({ cells: other.#kept, first: 0, step: 1, rows: other.#size }, codes, 0);
    return codes;
  }

  /** The codes in the order of the bytes of their slices; null where one is too long for that. */
  inOrder(): Int32Array | null {
    const kept = this.#kept;
    let longest = 0;
    for (let code = 0; code < this.#size; code++) longest = Math.max(longest, kept[code * SLICE_FIELDS + LENGTH]!);
    if (longest > SHORT) return null;
    const bytesHere = new Uint16Array(this.#size);
    const next = new Int32Array(258);
    let order = new Int32Array(this.#size).map((_, code) => code);
    let before = new Int32Array(this.#size);
    // By the last byte, then by the one before it and so on: each pass keeps the order of the passes before.
    for (let place = longest - 1; place >= 0; place--) {
      [order, before] = [before, order];
      next.fill(0);
      for (let at = 0; at < before.length; at++) {
        const byte = this.#byteAt(before[at]!, place);
        bytesHere[at] = byte;
        next[byte + 1]!++;
      }
      for (let byte = 0; byte < 257; byte++) next[byte + 1]! += next[byte]!;
      for (let at = 0; at < before.length; at++) order[next[bytesHere[at]!]!++] = before[at]!;
    }
    return order;
  }

  /** Each slice once, in the order of codes. */
  slices<Value>(read: (begin: number, end: number) => Value): Value[] {
    const values: Value[] = [];
    for (let at = 0; at < this.#size * SLICE_FIELDS; at += SLICE_FIELDS) {
      const begin = this.#kept[at + BEGIN]!;
      values.push(read(begin, begin + this.#kept[at + LENGTH]!));
    }
    return values;
  }

  /** 0 behind its end. */
  #byteAt(code: number, place: number): number {
    const at = code * SLICE_FIELDS;
    return place < this.#kept[at + LENGTH]! ? 1 + this.#bytes[this.#kept[at + BEGIN]! + place]! : 0;
  }

  /** Of a slice of any length, and of one that was not seen before. */
  #codeOf(cells: Int32Array, cell: number): number {
    const [begin, length] = [cells[cell + BEGIN]!, cells[cell + LENGTH]!];
    const number = wholeNumber(length, cells[cell + FIRST_WORD]!, cells[cell + SECOND_WORD]!);
    if (isSmall(number)) {
      if (this.#numbers[number] === 0) this.#numbers[number] = 1 + this.#keep(cells, cell, null);
      return this.#numbers[number]! - 1;
    }
    if (this.#slots.length === SLOT_FIELDS) this.#layOut();
    const slots = this.#slots;
    let slot = this.#slotOf(cells, cell);
    for (; slots[slot + CODE] !== 0; slot = (slot + SLOT_FIELDS) & (slots.length - 1)) {
      if (
        slots[slot] !== cells[cell + FIRST_WORD] ||
        slots[slot + 1] !== cells[cell + SECOND_WORD] ||
        slots[slot + 2] !== cells[cell + LAST_WORD]
      ) {
        continue;
      }
      const held = slots[slot + CODE]!;
      if (length <= WHOLE && held > 0) return held - 1;
      if (length <= WHOLE || held > 0) continue;
      const kept = ~held * SLICE_FIELDS;
      if (
        this.#kept[kept + LENGTH] === length &&
        areSameBetween(this.#words, this.#kept[kept + BEGIN]!, begin, length)
      ) {
        return ~held;
      }
    }
    return this.#keep(cells, cell, slot);
  }

  /** The next code is that slice's. */
  #keep(cells: Int32Array, cell: number, slot: number | null): number {
    const code = this.#size++;
    for (let field = 0; field < SLICE_FIELDS; field++) this.#kept[code * SLICE_FIELDS + field] = cells[cell + field]!;
    if (slot !== null) this.#occupy(slot, code);
    if (this.#size * SLICE_FIELDS === this.#kept.length) this.#grow();
    return code;
  }

  /** Where the search for a slice begins. */
  #slotOf(cells: Int32Array, cell: number): number {
    const length = cells[cell + LENGTH]!;
    const words = hashOf(cells[cell + FIRST_WORD]!, cells[cell + SECOND_WORD]!, cells[cell + LAST_WORD]!);
    const hash = length > WHOLE ? hashBetween(this.#words, cells[cell + BEGIN]!, length, words) : words;
    return (hash << SLOT_BITS) & (this.#slots.length - 1);
  }

  #occupy(slot: number, code: number): void {
    const slice = code * SLICE_FIELDS;
    for (let word = 0; word < CODE; word++) this.#slots[slot + word] = this.#kept[slice + FIRST_WORD + word]!;
    this.#slots[slot + CODE] = this.#kept[slice + LENGTH]! > WHOLE ? ~code : code + 1;
  }

  #grow(): void {
    const kept = new Int32Array(2 * this.#kept.length);
    kept.set(this.#kept);
    this.#kept = kept;
    if (this.#slots.length > SLOT_FIELDS) this.#layOut();
  }

  /** Slots for as many slices as there is room for, and those that are known in them. */
  #layOut(): void {
    const kept = this.#kept;
    this.#slots = new Int32Array((kept.length / SLICE_FIELDS) * SLOTS_PER_SLICE * SLOT_FIELDS);
    const mask = this.#slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      const at = code * SLICE_FIELDS;
      if (isSmall(wholeNumber(kept[at + LENGTH]!, kept[at + FIRST_WORD]!, kept[at + SECOND_WORD]!))) continue;
      let slot = this.#slotOf(kept, at);
      while (this.#slots[slot + CODE] !== 0) slot = (slot + SLOT_FIELDS) & mask;
      this.#occupy(slot, code);
    }
  }
}
