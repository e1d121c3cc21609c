/**
 * A binary heap of member numbers, smallest key first, that knows where each member stands: Dijkstra's queue.
 * Pushing a member that is in the heap already, after its key became smaller, moves it up.
 */
export class IndexedHeap {
  size = 0;
  readonly #keys: Float64Array;
  readonly #items: Int32Array;
  readonly #place: Int32Array;

  /** @param keys one per member; the caller lowers them and then pushes. */
  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#items = new Int32Array(keys.length);
    this.#place = new Int32Array(keys.length).fill(-1);
  }

  push(item: number): void {
    if (this.#place[item] === -1) this.#put(this.size++, item);
    this.#rise(this.#place[item]!, item);
  }

  /** Takes out the member with the smallest key; the heap must not be empty. */
  pop(): number {
    const first = this.#items[0]!;
    this.#place[first] = -1;
    const last = this.#items[--this.size]!;
    if (this.size > 0) this.#sink(last);
    return first;
  }

  #rise(start: number, item: number): void {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#items[parent]!;
      if (this.#keys[above]! <= this.#keys[item]!) break;
      this.#put(at, above);
      at = parent;
    }
    this.#put(at, item);
  }

  #sink(item: number): void {
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < this.size && this.#keys[this.#items[right]!]! < this.#keys[this.#items[child]!]!) child = right;
      const below = this.#items[child]!;
      if (this.#keys[below]! >= this.#keys[item]!) break;
      this.#put(at, below);
      at = child;
    }
    this.#put(at, item);
  }

  #put(at: number, item: number): void {
    this.#items[at] = item;
    this.#place[item] = at;
  }
}
