/**
 * Numbers the different byte slices of a file in the order in which they are first seen, so that an id that a hundred
 * thousand cells repeat becomes a text once. An open-addressing hash table over slices: no text and no object is made
 * for a cell that was seen before.
 */

const FIRST_SLOTS = 1 << 10;
/** Four bytes are looked at together. */
const WORD = 4;

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

  codeOf(begin: number, end: number): number {
    const hash = this.#hashOf(begin, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
      if (this.#hashes[found - 1] === hash && this.#isSlice(found - 1, begin, end)) return found - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, hash, begin, end);
  }

  /** Each slice once, in the order of codes. */
  slices<Value>(read: (begin: number, end: number) => Value): Value[] {
    const values: Value[] = [];
    for (let code = 0; code < this.#size; code++) values.push(read(this.#begins[code]!, this.#ends[code]!));
    return values;
  }

  /** A multiplication for each word, as in FNV-1a for each byte; the last word overlaps the one before. */
  #hashOf(begin: number, end: number): number {
    let hash = 0x811c9dc5 ^ (end - begin);
    if (end - begin < WORD) {
      for (let at = begin; at < end; at++) hash = Math.imul(hash ^ this.#bytes[at]!, 0x01000193);
      return hash ^ (hash >>> 15);
    }
    const words = this.#words;
    const last = end - WORD;
    for (let at = begin; at < last; at += WORD) {
      hash = Math.imul(hash ^ words.getInt32(at, true), 0x9e3779b1);
      // Slots are chosen by the low bits, which no multiplication mixes with the high ones.
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ words.getInt32(last, true), 0x85ebca6b);
    return hash ^ (hash >>> 13);
  }

  #isSlice(code: number, begin: number, end: number): boolean {
    const own = this.#begins[code]!;
    const length = end - begin;
    if (this.#ends[code]! - own !== length) return false;
    if (length < WORD) {
      for (let at = 0; at < length; at++) if (this.#bytes[own + at] !== this.#bytes[begin + at]) return false;
      return true;
    }
    const words = this.#words;
    const last = length - WORD;
    for (let at = 0; at < last; at += WORD) {
      if (words.getInt32(own + at, true) !== words.getInt32(begin + at, true)) return false;
    }
    return words.getInt32(own + last, true) === words.getInt32(begin + last, true);
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

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * column.length);
  more.set(column);
  return more;
}
