/**
 * Numbers the different byte slices of a file in the order in which they are first seen, so that an id that a hundred
 * thousand cells repeat becomes a text once. An open-addressing hash table over slices: no text and no object is made
 * for a cell that was seen before.
 */

const FIRST_SLOTS = 1 << 10;

export class Interner {
  readonly #bytes: Uint8Array;
  /** 1 + the code of the slice that hashes here; 0: free. A power of two of them, at most half in use. */
  #slots = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS / 2);
  #begins = new Int32Array(FIRST_SLOTS / 2);
  #ends = new Int32Array(FIRST_SLOTS / 2);
  #size = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  codeOf(begin: number, end: number): number {
    const bytes = this.#bytes;
    // FNV-1a, with a last mix because slots are chosen by the low bits.
    let hash = 0x811c9dc5;
    for (let at = begin; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
      const own = this.#begins[found - 1]!;
      if (hashes[found - 1] === hash && this.#ends[found - 1]! - own === end - begin) {
        let at = begin;
        while (at < end && bytes[at] === bytes[own + at - begin]) at++;
        if (at === end) return found - 1;
      }
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
