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
  /** The contacts of one member, marked: candidates are looked at member by member. */
  readonly #marks: Uint8Array;
  #markedOf = -1;

  /** Of an undirected graph. O(Σ degree²) time, n² bytes. */
  constructor(union: CompactGraph) {
    this.#n = union.n;
    this.#contacts = Array.from({ length: union.n }, () => []);
    this.#within = new Uint8Array(union.n * union.n);
    this.#marks = new Uint8Array(union.n);
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
    if (this.#markedOf !== a) {
      this.#marks.fill(0);
      for (const v of this.#contacts[a]!) this.#marks[v] = 1;
      this.#markedOf = a;
    }
    let common = 0;
    for (const v of this.#contacts[b]!) common += this.#marks[v]!;
    return common;
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
    const isNew = this.#isApart(a, b) && (among === null || among.isWithin(a, b));
    return (
      (isNew ? 1 : 0) + this.#gainedBy(a, this.#contacts[b]!, among) + this.#gainedBy(b, this.#contacts[a]!, among)
    );
  }

  #gainedBy(v: number, others: readonly number[], among: TwoStepReach | null): number {
    let pairs = 0;
    for (const other of others) {
      if (this.#isApart(v, other) && (among === null || among.isWithin(v, other))) pairs++;
    }
    return pairs;
  }

  #isApart(a: number, b: number): boolean {
    return a !== b && this.#within[a * this.#n + b] === 0;
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
    this.#markedOf = -1;
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
