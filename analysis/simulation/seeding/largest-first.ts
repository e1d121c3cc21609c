/** Members by what they would gain, largest first, of equals the smaller number: a binary heap. */
export class LargestFirst {
  readonly #gains: Float64Array;
  readonly #heap: number[] = [];

  constructor(n: number) {
    this.#gains = new Float64Array(n);
  }

  get size(): number {
    return this.#heap.length;
  }

  push(v: number, gain: number): void {
    this.#gains[v] = gain;
    let at = this.#heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(v, this.#heap[above]!)) break;
      this.#heap[at] = this.#heap[above]!;
      at = above;
    }
    this.#heap[at] = v;
  }

  /** Takes out the first; there has to be one. */
  pop(): number {
    const first = this.#heap[0]!;
    const v = this.#heap.pop()!;
    const { length } = this.#heap;
    if (length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= length) break;
      if (below + 1 < length && this.#isBefore(this.#heap[below + 1]!, this.#heap[below]!)) below++;
      if (!this.#isBefore(this.#heap[below]!, v)) break;
      this.#heap[at] = this.#heap[below]!;
      at = below;
    }
    this.#heap[at] = v;
    return first;
  }

  #isBefore(v: number, w: number): boolean {
    const difference = this.#gains[v]! - this.#gains[w]!;
    return difference > 0 || (difference === 0 && v < w);
  }
}
