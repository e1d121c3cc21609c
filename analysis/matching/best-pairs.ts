/**
 * Pairs among all, the best of all: a matching of greatest weight in a general graph (Edmonds 1965,
 * doi:10.4153/CJM-1965-045-4; in O(n³) by Galil 1986, doi:10.1145/6462.6502).
 *
 * Every member has a price, at first half the greatest weight; a pair is tight when the prices of the two add up to its
 * weight. From all who are alone, trees grow along tight pairs, by turns outer and inner; where two trees meet, one more
 * pair is made; where a tree meets itself, an odd ring closes and counts as one member from then on (a blossom, with a
 * price of its own). Where nothing is tight any more, outer prices fall and inner ones rise until something is. When the
 * price of those alone is nothing, it is over. The prices prove the result: `bound`.
 *
 * Weights are whole numbers; 0 or less: these two are not to be a pair. Equal solutions: by the order of members. Prices
 * are kept doubled, so that all stays whole. Memory: about 40·n² bytes.
 */
export interface BestPairs {
  /** The partner of each; -1 for nobody. */
  partnerOf: Int32Array;
  total: number;
  /** No set of pairs is worth more: from the prices, not from the pairs. */
  bound: number;
}

/** @param weights n × n, the same both ways. */
export function bestPairs(weights: Float64Array, n: number): BestPairs {
  const search = new Search(weights, n);
  while (search.makeOnePair());
  return search.result();
}

const ALONE = -1;
const OUTER = 0;
const INNER = 1;

/** Nodes are members 1 to n and blossoms above; 0 is nobody. */
class Search {
  readonly #n: number;
  /** One row of the tables below. */
  readonly #size: number;
  /** The highest node in use. */
  #last: number;
  readonly #weights: Float64Array;
  /** Between two nodes, the cheapest pair of members, one in each: 0 where there is none. */
  readonly #fromIn: Int32Array;
  readonly #toIn: Int32Array;
  /** Doubled prices. */
  readonly #price: Float64Array;
  /** The member outside that a node is matched with. */
  readonly #mate: Int32Array;
  /** The blossom that a node is in, itself at the top, 0 where a blossom is not in use. */
  readonly #top: Int32Array;
  /** The member by which an inner node was reached. */
  readonly #reachedBy: Int32Array;
  /** The outer member with the cheapest pair to a node. */
  readonly #nearest: Int32Array;
  readonly #label: Int8Array;
  readonly #seen: Int32Array;
  #look = 0;
  /** By blossom and member: which node of the ring the member is in. */
  readonly #partWith: Int32Array;
  readonly #rings: number[][];
  #queue: number[] = [];

  constructor(weights: Float64Array, n: number) {
    this.#n = n;
    this.#weights = weights;
    this.#last = n;
    const nodes = n + Math.floor(n / 2) + 2;
    this.#size = nodes;
    this.#fromIn = new Int32Array(nodes * nodes);
    this.#toIn = new Int32Array(nodes * nodes);
    this.#price = new Float64Array(nodes);
    this.#mate = new Int32Array(nodes);
    this.#top = new Int32Array(nodes);
    this.#reachedBy = new Int32Array(nodes);
    this.#nearest = new Int32Array(nodes);
    this.#label = new Int8Array(nodes);
    this.#seen = new Int32Array(nodes);
    this.#partWith = new Int32Array(nodes * (n + 1));
    this.#rings = Array.from({ length: nodes }, () => []);
    let greatest = 0;
    for (let a = 1; a <= n; a++) {
      this.#top[a] = a;
      this.#partWith[a * (n + 1) + a] = a;
      for (let b = 1; b <= n; b++) {
        const weight = weights[(a - 1) * n + b - 1]!;
        if (a === b || weight <= 0) continue;
        this.#fromIn[a * nodes + b] = a;
        this.#toIn[a * nodes + b] = b;
        greatest = Math.max(greatest, weight);
      }
    }
    this.#price.fill(greatest, 1, n + 1);
  }

  /** False where no further pair makes it better. */
  makeOnePair(): boolean {
    this.#label.fill(ALONE);
    this.#nearest.fill(0);
    this.#queue = [];
    for (let node = 1; node <= this.#last; node++) {
      if (this.#top[node] !== node || this.#mate[node] !== 0) continue;
      this.#reachedBy[node] = 0;
      this.#label[node] = OUTER;
      this.#enqueue(node);
    }
    if (this.#queue.length === 0) return false;
    for (;;) {
      if (this.#grow()) return true;
      if (!this.#reprice()) return false;
      if (this.#followTight()) return true;
      for (let blossom = this.#n + 1; blossom <= this.#last; blossom++) {
        if (this.#top[blossom] === blossom && this.#label[blossom] === INNER && this.#price[blossom] === 0) {
          this.#open(blossom);
        }
      }
    }
  }

  result(): BestPairs {
    const n = this.#n;
    const partnerOf = new Int32Array(n).fill(-1);
    let total = 0;
    let doubled = 0;
    for (let member = 1; member <= n; member++) {
      doubled += this.#price[member]!;
      const mate = this.#mate[member]!;
      if (mate === 0) continue;
      partnerOf[member - 1] = mate - 1;
      if (member < mate) total += this.#weights[(member - 1) * n + mate - 1]!;
    }
    for (let blossom = n + 1; blossom <= this.#last; blossom++) {
      if (this.#top[blossom] !== 0) doubled += (this.#price[blossom]! * (this.#membersIn(blossom) - 1)) / 2;
    }
    return { partnerOf, total, bound: doubled / 2 };
  }

  #membersIn(node: number): number {
    return node <= this.#n ? 1 : this.#rings[node]!.reduce((sum, part) => sum + this.#membersIn(part), 0);
  }

  /** How far the cheapest pair between two nodes is from being tight, doubled. */
  #gap(a: number, b: number): number {
    const at = a * this.#size + b;
    const from = this.#fromIn[at]!;
    const to = this.#toIn[at]!;
    return this.#price[from]! + this.#price[to]! - 2 * this.#weights[(from - 1) * this.#n + to - 1]!;
  }

  #grow(): boolean {
    // The innermost loop of all: its tables are at hand.
    const [fromIn, price, top, weights, n] = [this.#fromIn, this.#price, this.#top, this.#weights, this.#n];
    for (let next = 0; next < this.#queue.length; next++) {
      const a = this.#queue[next]!;
      if (this.#label[top[a]!] === INNER) continue;
      const own = price[a]!;
      const row = a * this.#size;
      const weightsAt = (a - 1) * n - 1;
      for (let b = 1; b <= n; b++) {
        if (fromIn[row + b] === 0 || top[a] === top[b]) continue;
        if (own + price[b]! - 2 * weights[weightsAt + b]! === 0) {
          if (this.#meet(a, b)) return true;
        } else this.#noteNearest(a, top[b]!);
      }
    }
    this.#queue = [];
    return false;
  }

  /** Prices move by as much as keeps every pair paid for; false where those alone are worth nothing any more. */
  #reprice(): boolean {
    let step = Number.POSITIVE_INFINITY;
    for (let member = 1; member <= this.#n; member++) {
      if (this.#label[this.#top[member]!] === OUTER) step = Math.min(step, this.#price[member]!);
    }
    const lowest = step;
    for (let blossom = this.#n + 1; blossom <= this.#last; blossom++) {
      if (this.#top[blossom] === blossom && this.#label[blossom] === INNER) {
        step = Math.min(step, this.#price[blossom]! / 2);
      }
    }
    for (let node = 1; node <= this.#last; node++) {
      if (this.#top[node] !== node || this.#nearest[node] === 0 || this.#label[node] === INNER) continue;
      const gap = this.#gap(this.#nearest[node]!, node);
      step = Math.min(step, this.#label[node] === OUTER ? gap / 2 : gap);
    }
    for (let member = 1; member <= this.#n; member++) {
      const label = this.#label[this.#top[member]!];
      if (label === OUTER) this.#price[member]! -= step;
      else if (label === INNER) this.#price[member]! += step;
    }
    for (let blossom = this.#n + 1; blossom <= this.#last; blossom++) {
      if (this.#top[blossom] !== blossom) continue;
      if (this.#label[blossom] === OUTER) this.#price[blossom]! += 2 * step;
      else if (this.#label[blossom] === INNER) this.#price[blossom]! -= 2 * step;
    }
    return step < lowest;
  }

  #followTight(): boolean {
    for (let node = 1; node <= this.#last; node++) {
      const near = this.#nearest[node]!;
      if (this.#top[node] !== node || near === 0 || this.#top[near] === node || this.#gap(near, node) !== 0) continue;
      const at = near * this.#size + node;
      if (this.#meet(this.#fromIn[at]!, this.#toIn[at]!)) return true;
    }
    return false;
  }

  /** A tight pair from an outer member: a tree grows, two trees make a pair, or a ring closes. */
  #meet(from: number, to: number): boolean {
    const a = this.#top[from]!;
    const b = this.#top[to]!;
    if (this.#label[b] === ALONE) {
      this.#reachedBy[b] = from;
      this.#label[b] = INNER;
      const beyond = this.#top[this.#mate[b]!]!;
      this.#nearest[b] = 0;
      this.#nearest[beyond] = 0;
      this.#label[beyond] = OUTER;
      this.#enqueue(beyond);
    } else if (this.#label[b] === OUTER) {
      const root = this.#meetingPoint(a, b);
      if (root === 0) {
        this.#turnAround(a, b);
        this.#turnAround(b, a);
        return true;
      }
      this.#close(a, root, b);
    }
    return false;
  }

  #enqueue(node: number): void {
    if (node <= this.#n) this.#queue.push(node);
    else for (const part of this.#rings[node]!) this.#enqueue(part);
  }

  #noteNearest(member: number, node: number): void {
    if (this.#nearest[node] === 0 || this.#gap(member, node) < this.#gap(this.#nearest[node]!, node)) {
      this.#nearest[node] = member;
    }
  }

  #findNearest(node: number): void {
    this.#nearest[node] = 0;
    for (let member = 1; member <= this.#n; member++) {
      if (this.#fromIn[member * this.#size + node] === 0 || this.#top[member] === node) continue;
      if (this.#label[this.#top[member]!] === OUTER) this.#noteNearest(member, node);
    }
  }

  #setTop(node: number, top: number): void {
    this.#top[node] = top;
    if (node > this.#n) for (const part of this.#rings[node]!) this.#setTop(part, top);
  }

  /** Where the ways to the roots of two trees meet; 0 where they do not. */
  #meetingPoint(a: number, b: number): number {
    this.#look++;
    for (let [one, other] = [a, b]; one !== 0 || other !== 0; [one, other] = [other, one]) {
      if (one === 0) continue;
      if (this.#seen[one] === this.#look) return one;
      this.#seen[one] = this.#look;
      one = this.#top[this.#mate[one]!]!;
      if (one !== 0) one = this.#top[this.#reachedBy[one]!]!;
    }
    return 0;
  }

  /** Matched and unmatched change places on the way from a node to its root. */
  #turnAround(from: number, to: number): void {
    for (let [a, b] = [from, to]; ; ) {
      const before = this.#top[this.#mate[a]!]!;
      this.#match(a, b);
      if (before === 0) return;
      const next = this.#top[this.#reachedBy[before]!]!;
      this.#match(before, next);
      [a, b] = [next, before];
    }
  }

  /** In a blossom, the rest of the ring pairs up around the part that is matched outside. */
  #match(a: number, b: number): void {
    const at = a * this.#size + b;
    const [from, to] = [this.#fromIn[at]!, this.#toIn[at]!];
    this.#mate[a] = to;
    if (a <= this.#n) return;
    const part = this.#partWith[a * (this.#n + 1) + from]!;
    const place = this.#evenPlace(a, part);
    const ring = this.#rings[a]!;
    for (let i = 0; i < place; i++) this.#match(ring[i]!, ring[i ^ 1]!);
    this.#match(part, b);
    this.#rings[a] = [...ring.slice(place), ...ring.slice(0, place)];
  }

  /** Where a part stands in its ring, going the way around on which that is an even number of steps. */
  #evenPlace(blossom: number, part: number): number {
    const ring = this.#rings[blossom]!;
    const place = ring.indexOf(part);
    if (place % 2 === 0) return place;
    this.#rings[blossom] = [ring[0]!, ...ring.slice(1).reverse()];
    return ring.length - place;
  }

  #close(a: number, root: number, b: number): void {
    let blossom = this.#n + 1;
    while (blossom <= this.#last && this.#top[blossom] !== 0) blossom++;
    this.#last = Math.max(this.#last, blossom);
    this.#price[blossom] = 0;
    this.#label[blossom] = OUTER;
    this.#mate[blossom] = this.#mate[root]!;
    const side = (start: number): number[] => {
      const nodes: number[] = [];
      for (let node = start; node !== root; ) {
        const inner = this.#top[this.#mate[node]!]!;
        nodes.push(node, inner);
        this.#enqueue(inner);
        node = this.#top[this.#reachedBy[inner]!]!;
      }
      return nodes;
    };
    const ring = [root, ...side(a).reverse(), ...side(b)];
    this.#rings[blossom] = ring;
    this.#setTop(blossom, blossom);
    const { length: size } = this.#top;
    for (let node = 1; node < size; node++) {
      this.#fromIn[blossom * size + node] = 0;
      this.#fromIn[node * size + blossom] = 0;
    }
    this.#partWith.fill(0, blossom * (this.#n + 1), (blossom + 1) * (this.#n + 1));
    for (const part of ring) {
      for (let node = 1; node <= this.#last; node++) {
        if (this.#fromIn[part * size + node] === 0) continue;
        if (this.#fromIn[blossom * size + node] !== 0 && this.#gap(part, node) >= this.#gap(blossom, node)) continue;
        this.#fromIn[blossom * size + node] = this.#fromIn[part * size + node]!;
        this.#toIn[blossom * size + node] = this.#toIn[part * size + node]!;
        this.#fromIn[node * size + blossom] = this.#fromIn[node * size + part]!;
        this.#toIn[node * size + blossom] = this.#toIn[node * size + part]!;
      }
      for (let member = 1; member <= this.#n; member++) {
        if (this.#partWith[part * (this.#n + 1) + member] !== 0) {
          this.#partWith[blossom * (this.#n + 1) + member] = part;
        }
      }
    }
    this.#findNearest(blossom);
  }

  /** An inner blossom worth nothing: its parts stand for themselves again, those on the way from mate to tree in it. */
  #open(blossom: number): void {
    for (const part of this.#rings[blossom]!) this.#setTop(part, part);
    const entry = this.#fromIn[blossom * this.#size + this.#reachedBy[blossom]!]!;
    const entered = this.#partWith[blossom * (this.#n + 1) + entry]!;
    const place = this.#evenPlace(blossom, entered);
    const ring = this.#rings[blossom]!;
    for (let i = 0; i < place; i += 2) {
      const [inner, outer] = [ring[i]!, ring[i + 1]!];
      this.#reachedBy[inner] = this.#fromIn[outer * this.#size + inner]!;
      this.#label[inner] = INNER;
      this.#label[outer] = OUTER;
      this.#nearest[inner] = 0;
      this.#findNearest(outer);
      this.#enqueue(outer);
    }
    this.#label[entered] = INNER;
    this.#reachedBy[entered] = this.#reachedBy[blossom]!;
    for (const part of ring.slice(place + 1)) {
      this.#label[part] = ALONE;
      this.#findNearest(part);
    }
    this.#top[blossom] = 0;
  }
}
