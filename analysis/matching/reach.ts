/**
 * Who is within two steps of whom, kept up to date while ties are added.
 *
 * Two steps is the horizon of what people know about each other's work: of a contact's contact one can still hear, of
 * anybody further off hardly (Friedkin 1983, Horizons of observability, doi:10.2307/2578279). Ties are taken without their
 * direction, because an introduction is mutual.
 *
 * Adding a tie a–b brings a within two steps of b and of b's contacts, and b of a's, and nobody else: what a candidate
 * would add costs the degrees of its two members, not a search of the network.
 */
import { type CompactGraph, forEachTie } from '../graph/compact.ts';

export class TwoStepReach {
  readonly #n: number;
  readonly #contacts: number[][];
  /** n × n: 1 where two members are within two steps. */
  readonly #within: Uint8Array;

  /** Of an undirected graph. O(Σ degree²) time, n² bytes. */
  constructor(union: CompactGraph) {
    this.#n = union.n;
    this.#contacts = Array.from({ length: union.n }, () => []);
    this.#within = new Uint8Array(union.n * union.n);
    forEachTie(union, (a, b) => {
      this.#contacts[a]!.push(b);
      this.#contacts[b]!.push(a);
    });
    for (const [v, contacts] of this.#contacts.entries()) {
      for (const first of contacts) {
        this.#mark(v, first);
        for (const second of contacts) if (first !== second) this.#mark(first, second);
      }
    }
  }

  areTied(a: number, b: number): boolean {
    return this.#contacts[a]!.includes(b);
  }

  commonContacts(a: number, b: number): number {
    const ofA = new Set(this.#contacts[a]!);
    return this.#contacts[b]!.filter((v) => ofA.has(v)).length;
  }

  /** Pairs of members within two steps. */
  get pairsWithin(): number {
    let pairs = 0;
    for (const isWithin of this.#within) pairs += isWithin;
    return pairs / 2;
  }

  isWithin(a: number, b: number): boolean {
    return this.#within[a * this.#n + b] === 1;
  }

  /** How many pairs of members a tie a–b would bring within two steps; with `among`, of those who are within two there. */
  gained(a: number, b: number, among: TwoStepReach | null = null): number {
    const isNew = (v: number, w: number): boolean => {
      return v !== w && !this.isWithin(v, w) && (among === null || among.isWithin(v, w));
    };
    let pairs = isNew(a, b) ? 1 : 0;
    for (const v of this.#contacts[b]!) if (isNew(a, v)) pairs++;
    for (const v of this.#contacts[a]!) if (isNew(b, v)) pairs++;
    return pairs;
  }

  /** What `gained` cannot exceed, without looking. */
  mostGained(a: number, b: number): number {
    return 1 + this.#contacts[a]!.length + this.#contacts[b]!.length;
  }

  add(a: number, b: number): void {
    if (this.areTied(a, b)) return;
    this.#mark(a, b);
    for (const v of this.#contacts[b]!) this.#mark(a, v);
    for (const v of this.#contacts[a]!) this.#mark(b, v);
    this.#contacts[a]!.push(b);
    this.#contacts[b]!.push(a);
  }

  /** Steps from a to b; null where there is no way. */
  distance(a: number, b: number): number | null {
    const steps = new Int32Array(this.#n).fill(-1);
    steps[a] = 0;
    const queue = [a];
    for (const v of queue) {
      if (v === b) return steps[v]!;
      for (const w of this.#contacts[v]!) {
        if (steps[w] !== -1) continue;
        steps[w] = steps[v]! + 1;
        queue.push(w);
      }
    }
    return null;
  }

  #mark(a: number, b: number): void {
    if (a === b) return;
    this.#within[a * this.#n + b] = 1;
    this.#within[b * this.#n + a] = 1;
  }
}
